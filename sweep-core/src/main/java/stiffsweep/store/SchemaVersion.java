package stiffsweep.store;

/** The version of the result columns; it rises when the meaning of a column changes, not when one is added. */
public final class SchemaVersion {

    public static final long CURRENT = 1;

    private SchemaVersion() {}
}
