package stiffsweep.analysis;

import java.nio.file.Path;

/** A folder that holds no finished trial yet. */
public final class NoResultsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoResultsException(Path folder) {
        super(folder + ": a result folder must hold at least one finished trial in trials/*.parquet, but got none;"
                + " `./sweep run` makes them");
    }
}
