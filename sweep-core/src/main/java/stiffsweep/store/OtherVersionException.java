package stiffsweep.store;

import java.nio.file.Path;

/** A result folder whose columns have another meaning than this code gives them. */
public final class OtherVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OtherVersionException(Path place, long version) {
        super(place + ": the rows of a result folder must have the schema version " + SchemaVersion.CURRENT
                + " of this code, but got " + version + ": open it with code of that version, which its column"
                + " code_version names, or choose another folder");
    }
}
