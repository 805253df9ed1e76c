package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import stiffsweep.result.Outcome;
import stiffsweep.storage.BackOff;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.SchemaVersion;
import stiffsweep.sweep.Scores;
import stiffsweep.sweep.TrialId;

/**
 * The trials that have a row, and what it says.
 *
 * @param byFile the rows of each file in the folder {@code trials}
 */
public record PublishedTrials(SortedMap<Path, SortedMap<TrialId, PublishedTrial>> byFile) {

    /** Of a folder that was not looked at yet. */
    static final PublishedTrials NONE = new PublishedTrials(new TreeMap<>());

    private static final List<String> COLUMNS = List.of("trial_id", "started_at", "outcome", "schema_version");

    /** Keeps a copy of the map. */
    public PublishedTrials {
        byFile = Collections.unmodifiableSortedMap(new TreeMap<>(byFile));
    }

    /**
     * Reads one file of the folder {@code trials}.
     *
     * @param metrics the columns of which the numbers are wanted; one that the file lacks has none
     * @throws DamagedFileException if it is not complete
     * @throws OtherVersionException if its columns have other meanings than this code gives them
     */
    static SortedMap<TrialId, PublishedTrial> read(Path file, Set<String> metrics) throws IOException {
        SortedMap<TrialId, PublishedTrial> rows = new TreeMap<>();
        for (Group row : ParquetTable.read(file, COLUMNS, metrics).rows()) {
            SchemaVersion.requireCurrent(file, row.getLong("schema_version", 0));
            rows.put(new TrialId(row.getString("trial_id", 0)), trial(row, metrics));
        }
        return rows;
    }

    /** The trials that have a row in a file. */
    Set<TrialId> trialsIn(Path file) {
        return byFile.getOrDefault(file, Collections.emptySortedMap()).keySet();
    }

    private static PublishedTrial trial(Group row, Set<String> metrics) {
        Outcome.Status outcome = Outcome.Status.valueOf(row.getString("outcome", 0));
        Map<String, Double> numbers = new HashMap<>();
        if (outcome == Outcome.Status.COMPLETED) {
            for (String metric : metrics) {
                if (row.getType().containsField(metric) && row.getFieldRepetitionCount(metric) > 0) {
                    numbers.put(metric, row.getDouble(metric, 0));
                }
            }
        }
        return new PublishedTrial(row.getLong("started_at", 0), outcome, numbers);
    }

    /**
     * These and the rows of the files that a folder has beside theirs.
     *
     * @param damaged hears of each file that is not complete, and so has no rows
     * @throws IOException if the folder cannot be read, also after some tries
     * @throws OtherVersionException if the columns of a file have other meanings than this code gives them
     */
    public PublishedTrials withNewFiles(
            ResultFolder folder, Set<String> metrics, Consumer<DamagedFileException> damaged) throws IOException {
        return BackOff.OF_A_DISK.answer(() -> withThoseOf(folder, metrics, damaged));
    }

    private PublishedTrials withThoseOf(
            ResultFolder folder, Set<String> metrics, Consumer<DamagedFileException> damaged) throws IOException {
        SortedMap<Path, SortedMap<TrialId, PublishedTrial>> files = new TreeMap<>(byFile);
        for (Path file : ResultFolder.files(folder.trials(), "*.parquet")) {
            if (!files.containsKey(file)) {
                try {
                    files.put(file, read(file, metrics));
                } catch (DamagedFileException e) {
                    damaged.accept(e);
                    files.put(file, new TreeMap<>());
                }
            }
        }
        return new PublishedTrials(files);
    }

    /** For each file the trials of which it has the row that counts. */
    SortedMap<Path, Set<TrialId>> countingByFile() {
        SortedMap<TrialId, PublishedTrial> counting = byTrial();
        SortedMap<Path, Set<TrialId>> trials = new TreeMap<>();
        byFile.forEach((file, rows) -> {
            Set<TrialId> those = new TreeSet<>();
            rows.forEach((id, trial) -> {
                if (trial.equals(counting.get(id))) {
                    those.add(id);
                }
            });
            trials.put(file, those);
        });
        return trials;
    }

    /** What is known of the trials. */
    public Scores scores() {
        Map<TrialId, Map<String, Double>> scores = new HashMap<>();
        byTrial().forEach((id, trial) -> scores.put(id, trial.numbers()));
        return new Scores(scores);
    }

    /**
     * Every trial that has a row. Where folders were merged it may have several: as in the view {@code trials} the one that was
     * started last counts, and of equals that of the last file.
     */
    public SortedMap<TrialId, PublishedTrial> byTrial() {
        SortedMap<TrialId, PublishedTrial> trials = new TreeMap<>();
        byFile.values()
                .forEach(rows -> rows.forEach((id, trial) ->
                        trials.merge(id, trial, (before, now) -> now.startedAt() < before.startedAt() ? before : now)));
        return trials;
    }
}
