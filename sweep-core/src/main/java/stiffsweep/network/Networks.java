package stiffsweep.network;

import java.util.Collections;
import stiffsweep.sweep.Settings;

/** The networks that settings ask for. */
public final class Networks {

    private Networks() {}

    /** The network that {@code network.*} asks for. */
    public static Network of(Settings settings, int inputs, int outputs) {
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
