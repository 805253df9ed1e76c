package stiffsweep.storage;

import java.io.IOException;
import java.nio.file.Path;
import stiffsweep.store.ResultFolder;

/** Where a result folder is: on a disk of this machine, or on a Hadoop file system, of which this machine has a copy. */
public sealed interface Storage permits LocalStorage, HadoopStorage {

    /**
     * The place that a text names.
     *
     * @param location a path, or a URI such as {@code hdfs://host:port/folder}, {@code s3a://bucket/folder} or
     *     {@code file:///folder}
     */
    static Storage of(String location) {
        // One letter alone is a drive.
        return location.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")
                ? new HadoopStorage(location)
                : new LocalStorage(new ResultFolder(Path.of(location)));
    }

    /**
     * The folder as it is now, to be read, without the states of trainings. A copy that a run of this machine is writing into
     * is left as it is.
     *
     * @throws FolderAccessException if it cannot be read
     */
    ResultFolder current();

    /**
     * The folder as it is now, to be read, with the states of trainings.
     *
     * @throws FolderAccessException if it cannot be read
     */
    ResultFolder currentWithStates();

    /**
     * Takes over what was written into the folder {@code report} of the folder to be read.
     *
     * @throws FolderAccessException if it cannot be written
     */
    void keepReport();

    /** Whether it is certain that no run is writing here. */
    boolean isUnclaimed();

    /** What it is called: a path or a URI. */
    String name();

    /** The folder of this machine that holds the results, or the copy of them. */
    ResultFolder folder();

    /**
     * Makes sure that executors may publish here on their own.
     *
     * @throws UnsharedFolderException if they may not
     */
    void requireSharedWithExecutors();

    /**
     * Makes the folder, where it is missing, and takes the right to write into it.
     *
     * @throws FolderInUseException if another run has it
     */
    FolderClaim claim() throws IOException;
}
