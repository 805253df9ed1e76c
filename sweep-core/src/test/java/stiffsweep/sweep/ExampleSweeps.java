package stiffsweep.sweep;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sweeps for tests: linear decay over some stiffnesses. */
final class ExampleSweeps {

    private static final SettingsSchema SCHEMA = SettingsSchema.of(
            ExampleProblems.linearDecay(),
            new Settings(new TreeMap<>(Map.ofEntries(
                    Map.entry("problem.kind", "linear-decay"),
                    Map.entry("loss.weighting", "jacobian"),
                    Map.entry("network.kind", "mlp"),
                    Map.entry("network.width", 40L),
                    Map.entry("network.depth", 4L),
                    Map.entry("network.activation", "gelu"),
                    Map.entry("network.precision", "float32"),
                    Map.entry("training.optimizer", "adamw"),
                    Map.entry("training.learning-rate", 8e-5),
                    Map.entry("training.weight-decay", 0.01),
                    Map.entry("training.decay.factor", 0.99),
                    Map.entry("training.decay.every", 1000L),
                    Map.entry("training.epochs", 10L),
                    Map.entry("training.stop-below", 1e-8),
                    Map.entry("training.stack", 8L),
                    Map.entry("measure.curve-every", 1000L),
                    Map.entry("measure.hessian", true),
                    Map.entry("measure.hessian-iterations", 1000L),
                    Map.entry("measure.hessian-tolerance", 1e-4)))));

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
                replicates,
                points,
                List.of("problem.stiffness"),
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
