package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import stiffsweep.result.TrialResult;
import stiffsweep.storage.BackOff;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.CurveColumns;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.ResultTables;
import stiffsweep.store.Row;
import stiffsweep.store.Safetensors;
import stiffsweep.store.SolutionColumns;
import stiffsweep.sweep.Sweep;

/** Publishes the results of one stack after the other. */
public final class StackPublisher {

    private final ResultTables tables;
    private final ResultFolder folder;
    private final FilePublisher files;

    /** Publishes stacks of a sweep into a folder that exists. */
    public StackPublisher(Sweep sweep, ResultFolder folder, FilePublisher files) {
        this(ResultTables.of(sweep), folder, files);
    }

    /** The same for a sweep of which only the tables are known, as on an executor. */
    public StackPublisher(ResultTables tables, ResultFolder folder, FilePublisher files) {
        this.tables = tables;
        this.folder = folder;
        this.files = files;
    }

    /**
     * Publishes what came of the trials of one stack; what the disk refuses is tried again for a while.
     *
     * @return false where results of the stack were there already, which then stay
     * @throws IOException if the disk goes on refusing it
     */
    public boolean publish(List<TrialResult> results) throws IOException {
        String file = ResultFolder.stackFile(
                results.stream().map(result -> result.trial().id()).toList());
        if (Files.exists(folder.trials().resolve(file))) {
            return false;
        }
        BackOff.OF_A_DISK.run(() -> publishOnce(results, file));
        return true;
    }

    private void publishOnce(List<TrialResult> results, String file) throws IOException {
        List<Row> trials = results.stream().map(tables.trials()::row).toList();
        List<Row> curves = rows(results, CurveColumns::rows);
        List<Row> solutions = rows(results, SolutionColumns::rows);

        // The trials file is the commit. Curves and solutions of that name without it are from a stack that was cut off
        // here, and give way; so do checkpoints, which may also be those of an earlier run of the trial.
        for (TrialResult result : results) {
            publishCheckpoint(result);
        }
        files.replace(
                ParquetCodec.table("curves", tables.curves(), curves),
                folder.curves().resolve(file));
        files.replace(
                ParquetCodec.table("solutions", tables.solutions(), solutions),
                folder.solutions().resolve(file));
        // A disk may have done what it said it could not: then the file is there already, and it is this one.
        files.publish(
                ParquetCodec.table("trials", tables.trials().columns(), trials),
                folder.trials().resolve(file));
    }

    private void publishCheckpoint(TrialResult result) throws IOException {
        Path target = folder.checkpoint(result.trial().id());
        if (result.checkpoint().isEmpty()) {
            files.delete(target);
        } else {
            files.replace(draft -> Files.write(draft, Safetensors.bytes(result.checkpoint())), target);
        }
    }

    private static List<Row> rows(List<TrialResult> results, Function<TrialResult, List<Row>> rows) {
        return results.stream().flatMap(result -> rows.apply(result).stream()).toList();
    }
}
