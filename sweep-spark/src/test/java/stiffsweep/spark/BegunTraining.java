package stiffsweep.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.config.CommonDefaults;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.problem.Problems;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;
import stiffsweep.train.TrainingState;

/** Trainings of a real problem, for the states that they leave. */
final class BegunTraining {

    private BegunTraining() {}

    /** A trial that is to be trained. */
    static Trial trial(long epochs) {
        SettingsSchema schema = SettingsSchema.of(Problems.named("linear-decay").declaration(), CommonDefaults.read());
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        values.put("problem.kind", "linear-decay");
        values.put("training.epochs", epochs);
        Settings settings = new Settings(values);
        return new Trial(TrialId.of(settings, schema, 1), 0, 1, settings);
    }

    /** Where it stands after some epochs. */
    static TrainingState after(long epochs) {
        List<TrainingState> states = new ArrayList<>();
        Progress keeper = new Progress() {
            @Override
            public void at(long epoch, long all, double bestError) {}

            @Override
            public void keep(TrialId trial, TrainingState state) {
                states.add(state);
            }
        };
        new StackRunner(StorePolicy.keeping(StorePolicy.Checkpoints.ALL))
                .run(new Stack(List.of(trial(epochs))), List.of(), keeper);
        return states.get(states.size() - 1);
    }
}
