package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stiffsweep.folder.Compaction;
import stiffsweep.folder.ParquetCodec;
import stiffsweep.folder.ParquetTable;
import stiffsweep.folder.StackPublisher;
import stiffsweep.run.Stack;
import stiffsweep.stop.Judge;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;
import stiffsweep.store.TrialRows;
import stiffsweep.sweep.StorePolicy.Publish;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/**
 * What the stacks of a run leave in the result folder, as the driver sees it: rows, where trainings stand, and which trials train
 * alone. Safe for use by several threads.
 */
final class StackStore implements AutoCloseable {

    private final Sweep sweep;
    private final ResultFolder folder;
    private final Publish writer;
    private final StackPublisher publisher;
    private final TrainingStates states;
    private final Suspects suspects;
    private final Compaction compaction;

    /**
     * Opens it. Needs the folder's lock.
     *
     * @param options how the sweep is run
     * @param judge hears of the curve of each training that goes on
     * @param warnings hears what went wrong that no row depends on
     */
    StackStore(
            Sweep sweep,
            ResultFolder folder,
            FilePublisher files,
            RunOptions options,
            Judge judge,
            Consumer<String> warnings)
            throws IOException {
        this.sweep = sweep;
        this.folder = folder;
        writer = options.store().publish();
        publisher = new StackPublisher(sweep, folder, files);
        states = new TrainingStates(sweep, folder, files, options, judge, warnings);
        suspects = new Suspects(folder, files);
        compaction = Compaction.start(folder, files, warnings);
    }

    /** Those of a stack stand alike: a suspect stands alone. */
    String standing(Trial trial) {
        return isSuspect(trial) ? "alone " + trial.id() : states.standing(trial);
    }

    /** Whether the training of a trial has come anywhere. */
    boolean isBegun(Trial trial) {
        return !states.standing(trial).isEmpty();
    }

    /** Whether a trial may have ended the process of a local run, and trains alone. */
    boolean isSuspect(Trial trial) {
        return suspects.contains(trial);
    }

    /** Lets trials train alone from the next run on, for a reason. */
    void suspect(List<Trial> trials, String reason) throws IOException {
        suspects.add(trials, reason);
    }

    /** A stack from where its trials stand, if they have come equally far; otherwise from their beginning. */
    Stack resumed(Stack stack) {
        return states.resumed(stack);
    }

    /** Takes where the training of a trial stands, as the bytes of its state; returns at once. */
    void keep(String trial, byte[] state) {
        states.keep(trial, state);
    }

    /** Publishes what comes of a stack, unless its executor has done so. */
    void publish(Stack stack, StackReturn came) throws IOException {
        // An executor that was thought lost may still be the first; only where none of them writes is that a mistake.
        if (!came.isPublished() && !publisher.publish(came.results()) && writer == Publish.DRIVER) {
            throw new IllegalStateException("under the folder's lock a stack must be published once, but " + file(stack)
                    + " was there already");
        }
        compaction.published(file(stack));
        states.ended(came.results());
    }

    /** What an executor has published of a stack before it was lost. */
    Optional<StackReturn> find(Stack stack) throws IOException {
        Path file = folder.trials().resolve(file(stack));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ParquetTable rows = ParquetTable.read(file);
        TrialRows stored = new TrialRows(sweep);
        return Optional.of(StackReturn.published(stack.trials().stream()
                .map(trial -> stored.result(trial, row(trial, rows)))
                .toList()));
    }

    private static Row row(Trial trial, ParquetTable rows) {
        return rows.rows().stream()
                .filter(row -> ParquetCodec.trial(row).equals(trial.id()))
                .map(ParquetCodec::row)
                .findFirst()
                .orElseThrow();
    }

    /** The name of the files of a stack, by which it also goes in messages. */
    static String file(Stack stack) {
        return ResultFolder.stackFile(stack.trials().stream().map(Trial::id).toList());
    }

    /**
     * Leaves few large files instead of many small ones, at the end of a sweep.
     *
     * @throws InterruptedException if this thread is interrupted as it waits; the next run does the rest
     */
    void merge() throws InterruptedException {
        compaction.finish();
    }

    /** Waits until the states of trainings are written. */
    @Override
    public void close() {
        states.close();
        compaction.close();
    }
}
