package stiffsweep.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.config.CommonDefaults;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.problem.Problems;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** Trials for tests: small, quick, and as asked. */
public final class TestTrials {

    private TestTrials() {}

    /** A trial of a problem with some settings changed; others are those of the paper, shortened. */
    public static Trial trial(String problem, long seed, Map<String, Object> changes) {
        SettingsSchema schema = SettingsSchema.of(Problems.named(problem).declaration(), CommonDefaults.read());
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        values.put("problem.kind", problem);
        values.replace("points.residual.count", 60L);
        values.put("training.learning-rate", 1e-3);
        values.put("training.epochs", 200L);
        values.put("measure.curve-every", 100L);
        values.put("measure.hessian", false);
        values.putAll(changes);
        Settings settings = new Settings(values);
        return new Trial(TrialId.of(settings, schema, seed), 0, seed, settings);
    }
}
