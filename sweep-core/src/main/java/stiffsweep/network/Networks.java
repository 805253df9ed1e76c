package stiffsweep.network;

import java.util.Collections;
import stiffsweep.declare.Settings;

/** The networks that settings ask for. */
public final class Networks {

    private Networks() {}

    /**
     * The network that {@code network.*} asks for.
     *
     * @param inputs the number of inputs
     * @param outputs the number of functions
     * @param learned the number of learned scalars: one more output column each, after the functions, and one more
     *     parameter each, after the network's
     */
    public static Network of(Settings settings, int inputs, int outputs, int learned) {
        Network network = of(settings, inputs, outputs);
        return learned == 0 ? network : new WithScalars(network, outputs, learned);
    }

    private static Network of(Settings settings, int inputs, int outputs) {
        String kind = settings.word("network.kind");
        int width = settings.count("network.width");
        return switch (kind) {
            case "mlp" -> new Mlp(NetworkShape.of(settings, inputs, outputs));
            case "head-trunk" ->
                new HeadTrunk(
                        NetworkShape.of(settings, inputs, width),
                        Collections.nCopies(settings.count("network.trunk-depth"), width),
                        outputs);
            default -> throw new IllegalArgumentException("a network must be mlp or head-trunk, but got " + kind);
        };
    }
}
