package stiffsweep.network;

import java.util.Collections;
import stiffsweep.declare.NetworkSettings;

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
     */
    public static Network of(NetworkSettings settings, int inputs, int outputs) {
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
