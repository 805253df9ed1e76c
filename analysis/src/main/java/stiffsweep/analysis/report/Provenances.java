package stiffsweep.analysis.report;

import java.util.List;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.Table;

/** What code and which machines made the results. */
final class Provenances {

    private Provenances() {}

    static Table of(Results results) {
        List<String> columns = List.of("code_version", "schema_version", "device", "host").stream()
                .filter(results.columns("trials")::containsKey)
                .map(Sql::identifier)
                .toList();
        String listed = columns.isEmpty() ? "" : String.join(", ", columns) + ", ";
        return results.query("select " + listed + "count(*) as trials from trials group by all order by all");
    }
}
