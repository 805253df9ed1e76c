package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.TrialId;

/** Puts a folder in order that an earlier run may have left at any moment. Needs the folder's lock. */
public final class FolderRecovery {

    private final ResultFolder folder;
    private final FilePublisher files;
    private final Consumer<String> warnings;
    private final Set<String> told = new HashSet<>();

    /** @param warnings hears of each file that is set aside */
    public FolderRecovery(ResultFolder folder, FilePublisher files, Consumer<String> warnings) {
        this.folder = folder;
        this.files = files;
        this.warnings = warnings;
    }

    /**
     * Clears what was never finished, sets aside what cannot be read, and lists what was finished.
     *
     * @param metrics the columns of which the numbers are wanted
     * @throws IOException if the folder cannot be read or written
     * @throws OtherVersionException if the columns of a file have other meanings than this code gives them
     */
    public PublishedTrials recover(Set<String> metrics) throws IOException {
        for (Path draft : ResultFolder.files(folder.temporary(), "*")) {
            Files.delete(draft);
        }
        SortedMap<Path, SortedMap<TrialId, PublishedTrial>> byFile = new TreeMap<>();
        for (Path file : ResultFolder.files(folder.trials(), "*.parquet")) {
            try {
                requireCompanions(file);
                byFile.put(file, PublishedTrials.read(file, metrics));
            } catch (DamagedFileException e) {
                setAside(file, e);
            }
        }
        PublishedTrials published = new StackMerge(folder, files).finish(new PublishedTrials(byFile));
        dropUncommitted(folder.curves());
        dropUncommitted(folder.solutions());
        dropCheckpointsBut(published.byTrial().keySet());
        return published;
    }

    /** A copy that was cut off may leave the curves or the solutions of a stack torn. */
    private void requireCompanions(Path trials) throws IOException {
        for (Path table : List.of(folder.curves(), folder.solutions())) {
            Path companion = table.resolve(trials.getFileName());
            if (Files.exists(companion)) {
                ParquetTable.requireTrials(companion);
            }
        }
    }

    private void setAside(Path file, DamagedFileException damage) throws IOException {
        boolean isOfTrials = folder.trials().equals(file.getParent());
        Path attempts = Files.createDirectories(folder.attempts().resolve("trials"));
        Path aside = Files.createTempFile(attempts, file.getFileName() + ".", ".damaged");
        files.replace(draft -> Files.copy(file, draft), aside);
        files.delete(file);
        // What is wrong with the curves of a stack takes its trials along, and is then found once more.
        if (told.add(String.valueOf(damage.getMessage()))) {
            warnings.accept(
                    damage.getMessage() + ": it is now " + aside + (isOfTrials ? ", and its trials run again" : ""));
        }
    }

    /**
     * Deletes files whose stack has no trials file. The trials may come back in stacks of other names, and then would
     * have their rows twice. A file that is none of a run is not ours to delete.
     */
    private void dropUncommitted(Path table) throws IOException {
        for (Path file : ResultFolder.files(table, "*.parquet")) {
            if (!Files.exists(folder.trials().resolve(file.getFileName()))) {
                dropUncommittedFile(file);
            }
        }
    }

    private void dropUncommittedFile(Path file) throws IOException {
        try {
            ParquetTable.requireTrials(file);
            files.delete(file);
        } catch (DamagedFileException e) {
            setAside(file, e);
        }
    }

    /** Deletes the checkpoints of trials that have no row. */
    private void dropCheckpointsBut(Set<TrialId> finished) throws IOException {
        Set<Path> kept = finished.stream().map(folder::checkpoint).collect(Collectors.toSet());
        for (Path file : ResultFolder.files(folder.checkpoints(), "*.safetensors")) {
            if (!kept.contains(file)) {
                files.delete(file);
            }
        }
    }
}
