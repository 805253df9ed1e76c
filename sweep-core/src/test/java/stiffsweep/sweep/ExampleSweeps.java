package stiffsweep.sweep;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.config.CommonDefaults;
import stiffsweep.declare.ExampleProblems;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;

/** Sweeps for tests: linear decay over some stiffnesses. */
final class ExampleSweeps {

    private static final SettingsSchema SCHEMA =
            SettingsSchema.of(ExampleProblems.linearDecay(), with(CommonDefaults.read(), "training.epochs", 10L));

    private ExampleSweeps() {}

    static Sweep of(String name, long seed, int replicates, List<Double> stiffnesses) {
        return ofPoints(
                name,
                seed,
                replicates,
                stiffnesses.stream().map(ExampleSweeps::settings).toList());
    }

    static Sweep ofPoints(String name, long seed, int replicates, List<Settings> points) {
        return new Sweep(
                name,
                seed,
                0,
                new Replicates.Fixed(replicates),
                points,
                List.of("problem.stiffness"),
                new Spread.Listed("grid", new TreeMap<>()),
                new TreeMap<>(Map.of("linear-decay", ExampleProblems.linearDecay())),
                new TreeMap<>(Map.of("linear-decay", SCHEMA)));
    }

    static Settings settings(double stiffness) {
        return with(SCHEMA.defaults(), "problem.stiffness", stiffness);
    }

    static Settings with(Settings settings, String path, Object value) {
        SortedMap<String, Object> values = new TreeMap<>(settings.values());
        values.put(path, value);
        return new Settings(values);
    }
}
