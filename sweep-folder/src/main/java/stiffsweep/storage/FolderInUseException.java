package stiffsweep.storage;

/** Another run is writing into the result folder; nothing was touched. */
public final class FolderInUseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FolderInUseException(String folder, String holder) {
        super(folder + ": one run at a time may write into a result folder, but it is in use by " + holder
                + ": wait for that run to end, or choose another folder");
    }
}
