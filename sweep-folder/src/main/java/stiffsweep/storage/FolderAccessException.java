package stiffsweep.storage;

import java.io.IOException;

/** The result folder could not be read or written; the run has ended, and what it had published is kept. */
public final class FolderAccessException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param folder what it is called */
    public FolderAccessException(String folder, IOException cause) {
        super(
                folder + ": a result folder must be readable and writable and have space, but got: " + cause
                        + ": mend that and give the same command again, finished stacks are kept",
                cause);
    }
}
