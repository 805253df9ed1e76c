package stiffsweep.analysis;

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
}
