package stiffsweep.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import stiffsweep.store.Column;
import stiffsweep.store.CurveColumns;
import stiffsweep.store.RowPrecedence;
import stiffsweep.store.SolutionColumns;

/**
 * The SQL that makes the views over a result folder.
 *
 * @param folder the result folder
 */
record Views(Path folder) {

    /** A statement for each view. */
    List<String> statements() {
        return List.of(
                rows("trials.sql"),
                ofTrials("curves", CurveColumns.ofAnyProblem()),
                ofTrials("solutions", SolutionColumns.ofAnyProblem()));
    }

    /** A view over rows of finished trials; an empty one where there is no file. */
    private String ofTrials(String view, List<Column> columns) {
        ParquetFiles files = ParquetFiles.in(folder, view);
        return files.exist()
                ? rows("rows-of-trials.sql").replace("{view}", view).replace("{files}", files.glob())
                : empty(view, columns);
    }

    private String rows(String resource) {
        return Resource.text(Views.class, resource)
                .replace("{trial_files}", ParquetFiles.in(folder, "trials").glob())
                .replace("{counting_first}", RowPrecedence.sql("parse_filename(filename)"));
    }

    private static String empty(String view, List<Column> columns) {
        String nothing = columns.stream()
                .map(column -> "null::" + column.type().sqlName() + " as " + Sql.identifier(column.name()))
                .collect(Collectors.joining(", "));
        return "create or replace view " + view + " as select " + nothing + " where false";
    }
}
