package stiffsweep.jobs;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import stiffsweep.analysis.Results;
import stiffsweep.config.FrozenTrial;
import stiffsweep.run.StackRunner;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Safetensors;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/**
 * Writes trials of a result folder as files that need no folder.
 *
 * @param target an existing folder for the files
 */
record TrialExport(Sweep sweep, ResultFolder folder, Results results, Path target) {

    private static final StorePolicy BEST = StorePolicy.keeping(StorePolicy.Checkpoints.BEST);

    /**
     * The weights of a trial that were written.
     *
     * @param origin where they are from
     * @param areTheRows whether they are those that the trial's row was measured with
     */
    record Weights(String origin, boolean areTheRows) {}

    /** Writes a trial's configuration, and its weights where anything was trained. */
    Weights write(Trial trial) throws IOException {
        Files.writeString(target.resolve(trial.id() + ".conf"), FrozenTrial.text(trial, sweep));
        Path file = target.resolve(folder.checkpoint(trial.id()).getFileName());
        Path kept = folder.checkpoint(trial.id());
        if (Files.exists(kept)) {
            Files.copy(kept, file, REPLACE_EXISTING);
            return new Weights("kept by the run", true);
        }
        Repetition repetition = Repetition.of(trial, sweep, results, new StackRunner(BEST));
        if (repetition.result().checkpoint().isEmpty()) {
            return new Weights("none: nothing was trained", repetition.agrees());
        }
        Files.write(file, Safetensors.bytes(repetition.result().checkpoint()));
        return new Weights("trained again: " + repetition.sentence(), repetition.agrees());
    }
}
