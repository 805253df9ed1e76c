package stiffsweep.declare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stiffsweep.choice.Choice;

/**
 * What {@code network.inputs.<input>.*} asks for: what networks see of one input.
 *
 * @param harmonics the number of waves of a periodic input
 * @param features the number of frequencies of a Fourier input
 * @param scale the standard deviation of these frequencies
 */
public record InputSettings(Kind kind, int harmonics, int features, double scale) {

    /** What networks see of an input. */
    public enum Kind implements Choice {
        /** As {@code network.input} says. */
        COMMON,
        /** The input itself. */
        RAW,
        /** The input scaled to [-1, 1]. */
        LINEAR,
        /** Its logarithm scaled to [-1, 1]. */
        LOG,
        /** Waves with the domain as their period. */
        PERIODIC,
        /** Waves of random frequencies, drawn from the trial's seed. */
        FOURIER
    }

    static Map<Setting, Object> of(String input, boolean isPeriodic) {
        String path = "network.inputs." + input + ".";
        String column = SettingsSchema.column(input) + "_";
        Map<Setting, Object> defaults = new LinkedHashMap<>();
        defaults.put(
                Setting.choice(
                        path + "kind",
                        column + "input",
                        List.of(Kind.values()),
                        "What networks see of this input: as network.input says, itself, it or its logarithm scaled to [-1, 1],"
                                + " waves with the domain as their period, or waves of random frequencies."),
                (isPeriodic ? Kind.PERIODIC : Kind.COMMON).word());
        defaults.put(
                Setting.count(
                        path + "harmonics",
                        column + "harmonics",
                        Law.ONE_OR_MORE,
                        "waves",
                        "How many waves a periodic input is seen as: of the period, of half of it, and so on."),
                1L);
        defaults.put(
                Setting.count(
                        path + "features",
                        column + "features",
                        Law.ONE_OR_MORE,
                        "waves",
                        "How many random frequencies a fourier input is seen with."),
                16L);
        defaults.put(
                Setting.number(
                        path + "scale",
                        column + "scale",
                        Law.POSITIVE,
                        "1",
                        "The standard deviation of these frequencies, for an input scaled to [-1, 1]."),
                1.0);
        return defaults;
    }

    static InputSettings of(Settings settings, String input) {
        Settings own = settings.under("network.inputs." + input);
        return new InputSettings(
                own.choice("kind", Kind.class), own.count("harmonics"), own.count("features"), own.number("scale"));
    }
}
