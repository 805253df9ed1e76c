package stiffsweep.analysis;

import java.util.Set;

/** Quoting in SQL. */
public final class Sql {

    private Sql() {}

    /** A name, such as a column's, as an identifier. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A column as a number, or null where a table does not have it. */
    public static String numberOrNull(String column, Set<String> known) {
        return known.contains(column) ? identifier(column) + "::double" : "null::double";
    }
}
