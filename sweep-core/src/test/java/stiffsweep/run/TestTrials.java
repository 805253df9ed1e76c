package stiffsweep.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.problem.Problems;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.SettingsSchema;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** Trials for tests: small, quick, and as asked. */
public final class TestTrials {

    private static final Settings COMMON = new Settings(new TreeMap<>(Map.ofEntries(
            Map.entry("problem.kind", "linear-decay"),
            Map.entry("loss.weighting", "jacobian"),
            Map.entry("network.kind", "mlp"),
            Map.entry("network.width", 40L),
            Map.entry("network.depth", 4L),
            Map.entry("network.activation", "gelu"),
            Map.entry("network.precision", "float32"),
            Map.entry("training.optimizer", "adamw"),
            Map.entry("training.learning-rate", 1e-3),
            Map.entry("training.weight-decay", 0.01),
            Map.entry("training.decay.factor", 0.99),
            Map.entry("training.decay.every", 1000L),
            Map.entry("training.epochs", 200L),
            Map.entry("training.stop-below", 1e-8),
            Map.entry("training.stack", 8L),
            Map.entry("measure.curve-every", 100L),
            Map.entry("measure.hessian", false),
            Map.entry("measure.hessian-iterations", 1000L),
            Map.entry("measure.hessian-tolerance", 1e-3))));

    private TestTrials() {}

    /** A trial of a problem with some settings changed; others are those of the paper, shortened. */
    public static Trial trial(String problem, long seed, Map<String, Object> changes) {
        SettingsSchema schema = SettingsSchema.of(Problems.named(problem).declaration(), COMMON);
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        values.put("problem.kind", problem);
        values.put("points.residual.count", 60L);
        values.putAll(changes);
        Settings settings = new Settings(values);
        return new Trial(TrialId.of(settings, schema, seed), 0, seed, settings);
    }
}
