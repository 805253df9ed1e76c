package stiffsweep.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** SQL text: the queries that are kept as resources, and quoting. */
public final class Sql {

    private Sql() {}

    /** The text of a {@code .sql} file beside a class. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream text = beside.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("a query must be on the class path, but got none at " + name);
            }
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name, such as a column's, as an identifier. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
