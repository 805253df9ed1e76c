package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import stiffsweep.storage.BackOff;
import stiffsweep.storage.FilePublisher;
import stiffsweep.storage.FolderAccessException;
import stiffsweep.storage.FolderClaim;
import stiffsweep.storage.FolderInUseException;
import stiffsweep.storage.Storage;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/**
 * Starts the result folder of a sweep with what another folder has of it: the rows of the trials that both ask for. It may
 * end at any moment and be made again; the other folder is only read, also while a run is writing into it.
 */
public final class SweepFork {

    private final Sweep sweep;
    private final String frozen;
    private final ResultFolder from;
    private final Consumer<String> warnings;

    /**
     * Describes a fork.
     *
     * @param frozen the text of the new folder's sweep.conf
     * @param from the folder that is read
     * @param warnings takes a sentence about each file that could not be read
     */
    public SweepFork(Sweep sweep, String frozen, ResultFolder from, Consumer<String> warnings) {
        this.sweep = sweep;
        this.frozen = frozen;
        this.from = from;
        this.warnings = warnings;
    }

    /**
     * Copies what is there into a folder; the caller has made sure that it holds no other sweep.
     *
     * @return how many trials were copied, those aside that the folder had already
     * @throws FolderInUseException if a run is writing into the folder
     * @throws FolderAccessException if a folder cannot be read or written
     */
    public int into(Storage to) {
        try (FolderClaim claim = to.claim()) {
            return copyInto(to.folder(), claim.files());
        } catch (IOException e) {
            throw new FolderAccessException(to.name(), e);
        }
    }

    private int copyInto(ResultFolder to, FilePublisher files) throws IOException {
        BackOff.OF_A_DISK.run(() -> files.replace(draft -> Files.writeString(draft, frozen), to.sweepConf()));
        List<Trial> asked = sweep.trials(FolderScores.of(from, sweep));
        Set<TrialId> missing = asked.stream().map(Trial::id).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(new FolderRecovery(to, files, warnings)
                .recover(Set.of())
                .byTrial()
                .keySet());
        // A row that the new folder has retired, to train its trial again, does not come back.
        missing.removeAll(retired(to));
        Set<TrialId> wanted = Set.copyOf(missing);
        BackOff.OF_A_DISK.run(() -> copyRows(missing, to, files));
        copyStates(asked, wanted, to, files);
        return wanted.size() - missing.size();
    }

    private Set<TrialId> retired(ResultFolder to) throws IOException {
        ResultFolder attempts = new ResultFolder(to.attempts());
        return Files.isDirectory(attempts.trials())
                ? PublishedTrials.NONE
                        .withNewFiles(attempts, Set.of(), damage -> {})
                        .byTrial()
                        .keySet()
                : Set.of();
    }

    /** Copies the rows of missing trials that are there and count; then they are no longer missing. */
    private void copyRows(Set<TrialId> missing, ResultFolder to, FilePublisher files) throws IOException {
        PublishedTrials there = PublishedTrials.NONE.withNewFiles(
                from, Set.of(), damage -> warnings.accept(damage.getMessage() + ": its trials run again"));
        for (Map.Entry<Path, Set<TrialId>> counting : there.countingByFile().entrySet()) {
            Set<TrialId> shared = new TreeSet<>(counting.getValue());
            shared.retainAll(missing);
            if (!shared.isEmpty()) {
                copy(shared, counting.getKey().getFileName(), to, files);
                missing.removeAll(shared);
            }
        }
    }

    /**
     * Copies where trainings stand, from which trials may go on: those that have no row, that failed, or that are to train for
     * longer. What the new folder has of its own stays.
     */
    private void copyStates(List<Trial> asked, Set<TrialId> wanted, ResultFolder to, FilePublisher files)
            throws IOException {
        if (!Files.isDirectory(from.states())) {
            return;
        }
        Set<String> courses = asked.stream()
                .filter(trial -> wanted.contains(trial.id()))
                .map(trial -> sweep.course(trial).hex())
                .collect(Collectors.toSet());
        for (Path state : ResultFolder.files(from.states(), "*.state")) {
            boolean isKnown = Files.exists(to.states().resolve(state.getFileName()));
            if (!isKnown && courses.contains(ResultFolder.courseOfState(state))) {
                copyState(state, files, to);
            }
        }
    }

    /**
     * Copies what there is of some trials out of the files of a stack; the trials file last, for it makes the others count,
     * and a merge deletes it first.
     */
    private void copy(Set<TrialId> trials, Path file, ResultFolder to, FilePublisher files) throws IOException {
        for (TrialId trial : trials) {
            Path checkpoint = from.checkpoint(trial);
            if (Files.exists(checkpoint)) {
                files.replace(draft -> Files.copy(checkpoint, draft), to.checkpoint(trial));
            }
        }
        for (Path table : to.tables()) {
            Path source = from.root().resolve(table.getFileName()).resolve(file);
            if (table.equals(to.trials()) || Files.exists(source)) {
                ParquetTable rows = ParquetTable.read(source).where(row -> trials.contains(ParquetCodec.trial(row)));
                files.replace(rows, table.resolve(ResultFolder.stackFile(trials)));
            }
        }
    }

    private static void copyState(Path state, FilePublisher files, ResultFolder to) throws IOException {
        try {
            files.replace(draft -> Files.copy(state, draft), to.states().resolve(state.getFileName()));
        } catch (NoSuchFileException e) {
            // The run that writes into the other folder has ended that training: its row comes with the others.
            return;
        }
    }
}
