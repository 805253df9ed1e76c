package stiffsweep.store;

import java.io.Serializable;

/**
 * One column of a result table.
 *
 * @param name the name, in snake_case
 * @param type the type of its values
 * @param role what it is to whoever compares rows
 * @param unit the unit, or "1" for a pure number, or "" for what has none
 * @param meaning what it says, as a sentence
 * @param nullWhen when it is null; empty where it never is
 */
public record Column(String name, ColumnType type, Role role, String unit, String meaning, String nullWhen)
        implements Serializable {

    /** What a column is to whoever compares rows. */
    public enum Role {
        /** It tells rows apart: the trial and its replicate, and in the other tables the epoch or the point. */
        IDENTITY,
        /** A setting that is part of the question: it names a method, or is what results are drawn against. */
        SETTING,
        /** A setting that says how the work is done: no number depends on it. */
        EXECUTION,
        /** How the trial ended, or what was measured: the same wherever and whenever the trial is run. */
        RESULT,
        /** A result that a problem declares itself. */
        OWN_RESULT,
        /** Where, when and by what the row was made. */
        PROVENANCE
    }

    /** A column that is never null. */
    static Column always(String name, ColumnType type, Role role, String unit, String meaning) {
        return new Column(name, type, role, unit, meaning, "");
    }

    public boolean isNullable() {
        return !nullWhen.isEmpty();
    }
}
