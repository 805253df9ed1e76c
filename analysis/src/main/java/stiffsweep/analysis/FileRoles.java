package stiffsweep.analysis;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import stiffsweep.store.Column.Role;
import stiffsweep.store.ColumnRoles;

/** The roles of columns that files of results carry; those from before files said so carry none. */
final class FileRoles {

    private FileRoles() {}

    /** What the files of a table say of its columns. */
    static Map<String, Role> of(Results results, ParquetFiles files, Set<String> columns) {
        // Any file says what is in it, and most often all have the same columns.
        Map<String, Role> roles = new HashMap<>(said(results, files::anyOne));
        if (!roles.keySet().containsAll(columns)) {
            roles.putAll(said(results, files::glob));
        }
        return Collections.unmodifiableMap(roles);
    }

    private static Map<String, Role> said(Results results, Supplier<String> where) {
        Map<String, Role> roles = new HashMap<>();
        results.ask(
                        () -> Resource.text(FileRoles.class, "column-roles.sql").replace("{files}", where.get()),
                        ColumnRoles.KEY)
                .rows()
                .forEach(text -> roles.putAll(ColumnRoles.read(String.valueOf(text.get(0)))));
        return roles;
    }
}
