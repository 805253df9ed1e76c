package stiffsweep.store;

import java.nio.file.Path;

/**
 * The version of the result columns; it rises when the meaning of a column changes, not when one is added. A folder opens
 * where its rows have this version, whatever code wrote them.
 */
public final class SchemaVersion {

    public static final long CURRENT = 1;

    private SchemaVersion() {}

    /**
     * Makes sure that rows can be read, and others written beside them.
     *
     * @param place the folder or file that holds them
     * @throws OtherVersionException where they are of another version
     */
    public static void requireCurrent(Path place, long version) {
        if (version != CURRENT) {
            throw new OtherVersionException(place, version);
        }
    }
}
