package stiffsweep.store;

import java.io.Serializable;

/**
 * One column of a result table.
 *
 * @param name the name, in snake_case
 * @param type the type of its values
 * @param unit the unit, or "1" for a pure number, or "" for what has none
 * @param meaning what it says, as a sentence
 * @param nullWhen when it is null; empty where it never is
 */
public record Column(String name, ColumnType type, String unit, String meaning, String nullWhen)
        implements Serializable {

    /** A column that is never null. */
    static Column always(String name, ColumnType type, String unit, String meaning) {
        return new Column(name, type, unit, meaning, "");
    }

    public boolean isNullable() {
        return !nullWhen.isEmpty();
    }
}
