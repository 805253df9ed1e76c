package stiffsweep.storage;

/** Executors are to publish into a result folder that is on no disk. */
public final class UnsharedFolderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsharedFolderException(String folder) {
        super("store.publish = executor: the result folder must be on a disk that all machines share, but is " + folder
                + ": leave store.publish = driver");
    }
}
