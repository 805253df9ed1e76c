package stiffsweep.network;

import java.util.Collections;
import stiffsweep.declare.NetworkSettings;

/** The networks that settings ask for. */
public final class Networks {

    private Networks() {}

    /**
     * The network that settings ask for.
     *
     * @param inputs the number of inputs
     * @param outputs the number of functions
     * @param learned the number of learned scalars: one more output column each, after the functions, and one more
     *     parameter each, after the network's
     */
    public static Network of(NetworkSettings settings, int inputs, int outputs, int learned) {
        Network network = of(settings, inputs, outputs);
        return learned == 0 ? network : new WithScalars(network, outputs, learned);
    }

    private static Network of(NetworkSettings settings, int inputs, int outputs) {
        int width = settings.width();
        return switch (settings.kind()) {
            case MLP -> new Mlp(NetworkShape.of(settings, inputs, outputs));
            case HEAD_TRUNK ->
                new HeadTrunk(
                        NetworkShape.of(settings, inputs, width),
                        Collections.nCopies(settings.trunkDepth(), width),
                        outputs);
        };
    }
}
