package stiffsweep.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.declare.NetworkSettings;
import stiffsweep.kernel.ChainShape;
import stiffsweep.kernel.KernelShape;

/** The networks that settings ask for. */
public final class Networks {

    private Networks() {}

    /** The numbers that are trained together with networks, as a network: so many outputs without inputs. */
    public static Network scalars(int count) {
        return new Scalars(count);
    }

    /**
     * The network that settings ask for.
     *
     * @param inputs the number of features that it sees
     * @param outputs the number of functions
     * @param kernel what evaluates it: the fused one or the engine
     * @param precision that of the fused one; the engine's is that of its tensors
     */
    public static Network of(NetworkSettings settings, int inputs, int outputs, Kernel kernel, Precision precision) {
        return switch (settings.kind()) {
            case MLP -> {
                NetworkShape shape = NetworkShape.of(settings, inputs, outputs);
                yield by(kernel, precision, new Mlp(shape), shape, List.of());
            }
            case HEAD_TRUNK -> {
                NetworkShape head = NetworkShape.of(settings, inputs, settings.width());
                List<Integer> trunk = Collections.nCopies(settings.trunkDepth(), settings.width());
                yield by(
                        kernel,
                        precision,
                        new HeadTrunk(head, trunk, outputs),
                        head,
                        Collections.nCopies(outputs, HeadTrunk.trunk(head, trunk)));
            }
        };
    }

    private static Network by(
            Kernel kernel, Precision precision, Network engine, NetworkShape head, List<NetworkShape> trunks) {
        return kernel == Kernel.FUSED
                ? new FusedNetwork(
                        engine,
                        new KernelShape(
                                chain(head),
                                trunks.stream().map(Networks::chain).toList()),
                        precision)
                : engine;
    }

    static ChainShape chain(NetworkShape shape) {
        List<Integer> widths = new ArrayList<>(List.of(shape.inputs()));
        widths.addAll(shape.hidden());
        widths.add(shape.outputs());
        return new ChainShape(widths, shape.activation());
    }
}
