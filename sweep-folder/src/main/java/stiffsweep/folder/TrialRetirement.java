package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import stiffsweep.result.Outcome;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.ContentHash;
import stiffsweep.sweep.TrialId;

/** Moves the rows of trials that are to run again to the folder {@code attempts}. Needs the folder's lock. */
public final class TrialRetirement {

    private final ResultFolder folder;
    private final FilePublisher files;

    /** Of a folder that was put in order. */
    public TrialRetirement(ResultFolder folder, FilePublisher files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Retires every row that satisfies a condition.
     *
     * @return what is left
     * @throws IOException if the folder cannot be read or written; the same call then starts over
     */
    public PublishedTrials retire(PublishedTrials published, BiPredicate<TrialId, Outcome.Status> condition)
            throws IOException {
        SortedMap<Path, SortedMap<TrialId, PublishedTrial>> left = new TreeMap<>();
        for (Map.Entry<Path, SortedMap<TrialId, PublishedTrial>> file :
                published.byFile().entrySet()) {
            SortedMap<TrialId, PublishedTrial> kept = new TreeMap<>(file.getValue());
            kept.entrySet()
                    .removeIf(row -> condition.test(row.getKey(), row.getValue().outcome()));
            if (kept.size() < file.getValue().size()) {
                keepOnly(kept.keySet(), file.getKey().getFileName());
            }
            if (!kept.isEmpty()) {
                left.put(file.getKey(), kept);
            }
        }
        return new PublishedTrials(left);
    }

    /**
     * Keeps the rows of some trials in the files of a stack.
     *
     * <p>The order makes it safe to be killed at any point. First every row is copied, so none is lost. The trials file
     * is changed last, so that a trial without a row there has none in the other tables either when it runs again.
     * Killed before that, the trial still has its row, and the next retry starts over: copies are named by their
     * content, so a second one is the first.
     */
    private void keepOnly(Set<TrialId> kept, Path file) throws IOException {
        for (Path table : folder.tables()) {
            if (Files.exists(table.resolve(file))) {
                copyOthers(kept, table, file);
            }
        }
        for (Path table : folder.tables()) {
            Path target = table.resolve(file);
            if (kept.isEmpty()) {
                files.delete(target);
            } else if (Files.exists(target)) {
                files.replace(ParquetTable.read(target).where(row -> kept.contains(ParquetCodec.trial(row))), target);
            }
        }
    }

    private void copyOthers(Set<TrialId> kept, Path table, Path file) throws IOException {
        ParquetTable others =
                ParquetTable.read(table.resolve(file)).where(row -> !kept.contains(ParquetCodec.trial(row)));
        if (others.rows().isEmpty()) {
            return;
        }
        Path attempts = Files.createDirectories(folder.attempts().resolve(table.getFileName()));
        String name = "a-" + ContentHash.hex(others.rows().toString(), 16) + ".parquet";
        files.publish(others, attempts.resolve(name));
    }
}
