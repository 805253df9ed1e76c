package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import stiffsweep.result.Outcome;
import stiffsweep.storage.BackOff;
import stiffsweep.store.EndingColumns;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.ProvenanceColumns;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RowPrecedence;
import stiffsweep.store.SchemaVersion;
import stiffsweep.store.TrialColumns;
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

    private static final String STARTED_AT = ProvenanceColumns.STARTED_AT.name();
    private static final String OUTCOME = EndingColumns.OUTCOME.name();
    private static final String SCHEMA_VERSION = ProvenanceColumns.SCHEMA_VERSION.name();

    private static final List<String> COLUMNS =
            List.of(TrialColumns.TRIAL_ID.name(), STARTED_AT, OUTCOME, SCHEMA_VERSION);

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
            SchemaVersion.requireCurrent(file, row.getLong(SCHEMA_VERSION, 0));
            rows.put(ParquetCodec.trial(row), trial(row, metrics));
        }
        return rows;
    }

    /** The rows in a file. */
    SortedMap<TrialId, PublishedTrial> rowsIn(Path file) {
        return byFile.getOrDefault(file, Collections.emptySortedMap());
    }

    private static PublishedTrial trial(Group row, Set<String> metrics) {
        Outcome.Status outcome = Outcome.Status.valueOf(row.getString(OUTCOME, 0));
        Map<String, Double> numbers = new HashMap<>();
        if (outcome == Outcome.Status.COMPLETED) {
            for (String metric : metrics) {
                if (row.getType().containsField(metric) && row.getFieldRepetitionCount(metric) > 0) {
                    numbers.put(metric, row.getDouble(metric, 0));
                }
            }
        }
        return new PublishedTrial(row.getLong(STARTED_AT, 0), outcome, numbers);
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

    /** For each file that has rows that count, their trials. */
    SortedMap<Path, Set<TrialId>> countingByFile() {
        SortedMap<Path, Set<TrialId>> trials = new TreeMap<>();
        counting()
                .forEach((id, row) -> trials.computeIfAbsent(row.file(), file -> new TreeSet<>())
                        .add(id));
        return trials;
    }

    /** What is known of the trials. */
    public Scores scores() {
        Map<TrialId, Map<String, Double>> scores = new HashMap<>();
        byTrial().forEach((id, trial) -> scores.put(id, trial.numbers()));
        return new Scores(scores);
    }

    /** Every trial that has a row, with the one that counts. */
    public SortedMap<TrialId, PublishedTrial> byTrial() {
        SortedMap<TrialId, PublishedTrial> trials = new TreeMap<>();
        counting().forEach((id, row) -> trials.put(id, row.trial()));
        return trials;
    }

    /** The row of each trial that counts. */
    private SortedMap<TrialId, FoundRow> counting() {
        SortedMap<TrialId, FoundRow> counting = new TreeMap<>();
        byFile.forEach((file, rows) -> rows.forEach(
                (id, trial) -> counting.merge(id, new FoundRow(file, trial), BinaryOperator.maxBy(FoundRow.ORDER))));
        return counting;
    }

    /** A row with the file that it stands in. */
    private record FoundRow(Path file, PublishedTrial trial) {

        static final Comparator<FoundRow> ORDER = Comparator.comparing(FoundRow::precedence);

        RowPrecedence precedence() {
            return new RowPrecedence(trial.startedAt(), String.valueOf(file.getFileName()));
        }
    }
}
