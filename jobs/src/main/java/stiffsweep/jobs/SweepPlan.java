package stiffsweep.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NoResultsException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;
import stiffsweep.storage.Storage;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.AskedTrials;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/**
 * What a run of a sweep would do.
 *
 * @param sweep the sweep
 * @param folder what the folder of its results is called
 * @param asked what is asked for, given what is known
 * @param missing those that have no result yet
 * @param begun how many of these an earlier run has begun to train
 * @param shapes how many different programs the missing trials need: trials of one shape can train in one stack
 * @param stacks the stacks that the missing trials make
 * @param time how long a run takes
 */
record SweepPlan(
        Sweep sweep,
        String folder,
        AskedTrials asked,
        List<Trial> missing,
        int begun,
        int shapes,
        List<Stack> stacks,
        RunTime time) {

    SweepPlan {
        missing = List.copyOf(missing);
        stacks = List.copyOf(stacks);
    }

    /**
     * Looks into a folder, which is up to date, for what is done already.
     *
     * @param probeSeconds how long trainings that find out how fast this machine is may take; 0 for none
     */
    static SweepPlan of(Sweep sweep, Storage storage, double probeSeconds) throws IOException {
        Path folder = storage.folder().root();
        AskedTrials asked = StoredSweep.asked(folder, sweep);
        Map<String, Trial> missing = new LinkedHashMap<>();
        asked.trials().forEach(trial -> missing.put(trial.id().hex(), trial));
        List<FinishedTrial> finished = takeFinished(folder, missing);
        List<Trial> inOrder = List.copyOf(missing.values());
        List<List<Trial>> shapes = StackPlanner.shapes(inOrder);
        int cores = Runtime.getRuntime().availableProcessors();
        PaceSurvey survey = new PaceSurvey(inOrder.size(), cores);
        survey.learn(finished);
        survey.time(shapes, probeSeconds);
        List<Stack> stacks = StackPlanner.plan(inOrder, survey::size);
        RunTime time = RunTime.of(stacks, survey::pace, cores);
        return new SweepPlan(
                sweep,
                storage.name(),
                asked,
                inOrder,
                begun(storage.folder(), missing.keySet()),
                shapes.size(),
                stacks,
                time);
    }

    private static int begun(ResultFolder folder, Set<String> missing) throws IOException {
        return Files.isDirectory(folder.states())
                ? (int) ResultFolder.files(folder.states(), "*.state").stream()
                        .map(ResultFolder::trialOfState)
                        .filter(missing::contains)
                        .count()
                : 0;
    }

    /** Takes the trials that are done from those that are asked for; those of them whose times are known. */
    private static List<FinishedTrial> takeFinished(Path folder, Map<String, Trial> asked) {
        List<FinishedTrial> finished = new ArrayList<>();
        for (List<@Nullable Object> row : done(folder).rows()) {
            Trial trial = asked.remove(String.valueOf(row.get(0)));
            if (trial != null
                    && row.get(1) instanceof Long resumed
                    && row.get(2) instanceof Long epochs
                    && row.get(3) instanceof Long stack
                    && row.get(4) instanceof Double trained
                    && row.get(5) instanceof Double seconds) {
                finished.add(new FinishedTrial(trial, resumed, epochs, stack, trained, seconds));
            }
        }
        return finished;
    }

    /** Every trial that is asked for. */
    List<Trial> trials() {
        return asked.trials();
    }

    /** How many trials it may come to. */
    long mostTrials() {
        return sweep.mostTrials(asked);
    }

    /** How many trials have a result already. */
    int done() {
        return trials().size() - missing.size();
    }

    /** The first trials, with what the sweep varies. */
    Table first(int most) {
        Set<String> paths = new LinkedHashSet<>();
        paths.add("problem.kind");
        paths.addAll(sweep.axes());
        List<String> columns = new ArrayList<>(List.of("trial_id", "replicate"));
        columns.addAll(paths);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Trial trial : trials().subList(0, Math.min(most, trials().size()))) {
            List<@Nullable Object> row = new ArrayList<>(List.of(trial.id().hex(), (long) trial.replicate()));
            paths.forEach(path -> row.add(trial.settings().values().get(path)));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static Table done(Path folder) {
        try (Results results = Results.open(folder)) {
            // An older version of the code went on from no training, and did not say when it had measured.
            Set<String> known = results.columns("trials").keySet();
            String resumed = known.contains("epochs_resumed") ? "epochs_resumed" : "0::bigint";
            String seconds = known.contains("ended_at")
                    ? "epoch(ended_at - started_at) / nullif(stack_size, 0)"
                    : "train_seconds";
            return results.query(
                    "select trial_id, " + resumed + ", epochs, stack_size, train_seconds, " + seconds + " from trials");
        } catch (NoResultsException e) {
            return new Table(List.of("trial_id"), List.of());
        }
    }
}
