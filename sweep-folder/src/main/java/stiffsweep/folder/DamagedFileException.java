package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Path;

/** A file in the result folder that is no complete Parquet file. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedFileException(Path file, Exception cause) {
        super(file + ": a result file must be a complete Parquet file, but got: " + cause.getMessage(), cause);
    }
}
