package stiffsweep.analysis;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import stiffsweep.store.Column;
import stiffsweep.store.Column.Role;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.store.SettingColumns;
import stiffsweep.store.TrialColumns;

/**
 * What the columns of {@code trials} are: as the files say, and where none of them does, being from before files said so, as
 * the order of their columns shows.
 *
 * @param results the results
 * @param files the files of {@code trials}
 */
record TrialRoles(Results results, ParquetFiles files) {

    /** The role of each column that has one. */
    Map<String, Role> byColumn() {
        Set<String> columns = results.columns("trials").keySet();
        Map<String, Role> roles = new HashMap<>(FileRoles.of(results, files, columns));
        if (!roles.keySet().containsAll(columns)) {
            inOrder().forEach(roles::putIfAbsent);
        }
        return Collections.unmodifiableMap(roles);
    }

    private Map<String, Role> inOrder() {
        Map<String, Role> roles = new HashMap<>();
        between(MeasuredColumns.BASELINE_ERROR_RELATIVE_MAX, MeasuredColumns.JACOBIAN_MAX)
                .forEach(column -> roles.put(column, Role.OWN_RESULT));
        Set<String> ofExecution = SettingColumns.ofExecution();
        between(TrialColumns.SWEEP, TrialColumns.REPLICATE)
                .forEach(column -> roles.put(column, ofExecution.contains(column) ? Role.EXECUTION : Role.SETTING));
        return roles;
    }

    private Set<String> between(Column first, Column last) {
        Set<String> names = new HashSet<>();
        results.ask(() -> sql("columns-between.sql", files.glob()), first.name(), last.name())
                .rows()
                .forEach(name -> names.add(String.valueOf(name.get(0))));
        return names;
    }

    private static String sql(String resource, String files) {
        return Resource.text(TrialRoles.class, resource).replace("{files}", files);
    }
}
