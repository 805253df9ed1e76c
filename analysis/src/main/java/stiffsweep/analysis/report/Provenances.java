package stiffsweep.analysis.report;

import java.util.List;
import java.util.stream.Stream;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.Table;
import stiffsweep.store.Column;
import stiffsweep.store.ProvenanceColumns;

/** What code and which machines made the results. */
final class Provenances {

    private Provenances() {}

    static Table of(Results results) {
        List<String> columns = Stream.of(
                        ProvenanceColumns.CODE_VERSION,
                        ProvenanceColumns.SCHEMA_VERSION,
                        ProvenanceColumns.DEVICE,
                        ProvenanceColumns.HOST)
                .map(Column::name)
                .filter(results.columns("trials")::containsKey)
                .map(Sql::identifier)
                .toList();
        String listed = columns.isEmpty() ? "" : String.join(", ", columns) + ", ";
        return results.query("select " + listed + "count(*) as trials from trials group by all order by all");
    }
}
