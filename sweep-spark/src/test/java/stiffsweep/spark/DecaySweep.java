package stiffsweep.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.Spread;
import stiffsweep.sweep.CommonSettings;
import stiffsweep.sweep.Law;
import stiffsweep.sweep.ProblemDeclaration;
import stiffsweep.sweep.Setting;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.SettingsSchema;
import stiffsweep.sweep.Sweep;

/** Sweeps over the stiffness of a decay, small enough to be checked by hand. */
final class DecaySweep {

    private static final ProblemDeclaration DECAY = ProblemDeclaration.of("decay", "y' = -stiffness y", "")
            .parameter("stiffness", 1, new Law.GreaterThan(0), "1/s", "The rate of decay.")
            .interval("residual", "linear", 0, 1, 11, "s")
            .equation("equation", "residual", 1, "The equation holds.")
            .fields("y")
            .build();

    private DecaySweep() {}

    /** The stiffnesses 1, 2, .., each repeated, in stacks of a size at most. */
    static Sweep of(int stiffnesses, int replicates, int stack) {
        SettingsSchema schema = SettingsSchema.of(DECAY, commonDefaults());
        List<Settings> points = new ArrayList<>();
        for (int stiffness : IntStream.rangeClosed(1, stiffnesses).toArray()) {
            SortedMap<String, Object> point = new TreeMap<>(schema.defaults().values());
            point.put("problem.kind", "decay");
            point.put("problem.stiffness", (double) stiffness);
            point.put("training.stack", (double) stack);
            points.add(new Settings(point));
        }
        return new Sweep(
                "decay-sweep",
                7,
                0,
                new Replicates.Fixed(replicates),
                points,
                List.of("problem.stiffness"),
                new Spread.Listed("grid", new TreeMap<>()),
                new TreeMap<>(Map.of("decay", DECAY)),
                new TreeMap<>(Map.of("decay", schema)));
    }

    private static Settings commonDefaults() {
        SortedMap<String, Object> defaults = new TreeMap<>();
        for (Setting setting : CommonSettings.all()) {
            defaults.put(
                    setting.path(),
                    switch (setting.type()) {
                        case NUMBER, NUMBER_OR_RULE -> 0.5;
                        case COUNT -> 4L;
                        case SWITCH -> true;
                        case WORD -> "word";
                    });
        }
        return new Settings(defaults);
    }
}
