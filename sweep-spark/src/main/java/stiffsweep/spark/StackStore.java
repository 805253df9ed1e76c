package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import stiffsweep.folder.Compaction;
import stiffsweep.folder.ParquetCodec;
import stiffsweep.folder.ParquetTable;
import stiffsweep.folder.StackPublisher;
import stiffsweep.run.Stack;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;
import stiffsweep.store.TrialRows;
import stiffsweep.sweep.StorePolicy.Publish;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** The results of the stacks of a run, as the driver sees them. Safe for use by several threads. */
final class StackStore {

    private final Sweep sweep;
    private final ResultFolder folder;
    private final Publish writer;
    private final StackPublisher publisher;
    private final Compaction compaction;

    /** @param writer who publishes the results of a stack that comes back */
    StackStore(Sweep sweep, ResultFolder folder, Publish writer, StackPublisher publisher, Compaction compaction) {
        this.sweep = sweep;
        this.folder = folder;
        this.writer = writer;
        this.publisher = publisher;
        this.compaction = compaction;
    }

    /** Publishes what comes of a stack, unless its executor has done so. */
    void keep(Stack stack, StackReturn came) throws IOException {
        // An executor that was thought lost may still be the first; only where none of them writes is that a mistake.
        if (!came.isPublished() && !publisher.publish(came.results()) && writer == Publish.DRIVER) {
            throw new IllegalStateException("under the folder's lock a stack must be published once, but " + file(stack)
                    + " was there already");
        }
        compaction.published(file(stack));
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

    /** The name of the files of a stack. */
    static String file(Stack stack) {
        return ResultFolder.stackFile(stack.trials().stream().map(Trial::id).toList());
    }
}
