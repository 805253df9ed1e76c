package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.SchemaVersion;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.TrialId;

/**
 * The trials that have a row, and how they ended.
 *
 * @param byFile the rows of each file in the folder {@code trials}
 */
record PublishedTrials(SortedMap<Path, SortedMap<TrialId, Outcome.Status>> byFile) {

    PublishedTrials {
        byFile = Collections.unmodifiableSortedMap(new TreeMap<>(byFile));
    }

    /**
     * Reads one file of the folder {@code trials}.
     *
     * @throws DamagedFileException if it is not complete
     * @throws OtherVersionException if its columns have other meanings than this code gives them
     */
    static SortedMap<TrialId, Outcome.Status> read(Path file) throws IOException {
        SortedMap<TrialId, Outcome.Status> rows = new TreeMap<>();
        for (Group row : ParquetTable.read(file, List.of("trial_id", "outcome", "schema_version"))
                .rows()) {
            SchemaVersion.requireCurrent(file, row.getLong("schema_version", 0));
            rows.put(new TrialId(row.getString("trial_id", 0)), Outcome.Status.valueOf(row.getString("outcome", 0)));
        }
        return rows;
    }

    /** The trials that have a row in a file. */
    Set<TrialId> trialsIn(Path file) {
        return byFile.getOrDefault(file, Collections.emptySortedMap()).keySet();
    }

    /** Every trial that has a row. Where folders were merged it may have several: then the first file counts. */
    SortedMap<TrialId, Outcome.Status> outcomes() {
        SortedMap<TrialId, Outcome.Status> outcomes = new TreeMap<>();
        byFile.values().forEach(rows -> rows.forEach((id, outcome) -> outcomes.putIfAbsent(id, outcome)));
        return outcomes;
    }
}
