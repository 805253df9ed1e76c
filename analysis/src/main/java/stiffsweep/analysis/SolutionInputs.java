package stiffsweep.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stiffsweep.store.Column.Role;
import stiffsweep.store.SolutionColumns;
import stiffsweep.store.TrialColumns;

/**
 * Which columns of {@code solutions} hold inputs: as the files say, and where none of them does, being from before files said
 * so, those that each table has had.
 *
 * @param results the results
 * @param files the files of {@code solutions}
 */
record SolutionInputs(Results results, ParquetFiles files) {

    /** The columns in their order, but time first. */
    List<String> columns() {
        Set<String> columns = results.columns("solutions").keySet();
        Map<String, Role> roles = new HashMap<>();
        SolutionColumns.ofAnyProblem().forEach(column -> roles.put(column.name(), column.role()));
        if (files.exist()) {
            roles.putAll(FileRoles.of(results, files, columns));
        }
        List.of(TrialColumns.TRIAL_ID, SolutionColumns.FIELD).forEach(column -> roles.remove(column.name()));
        return columns.stream()
                .filter(column -> roles.get(column) == Role.IDENTITY)
                .sorted(Comparator.comparing(column -> !column.equals(SolutionColumns.T.name())))
                .toList();
    }
}
