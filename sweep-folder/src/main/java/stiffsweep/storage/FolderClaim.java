package stiffsweep.storage;

import java.io.IOException;

/** The right to write into a result folder, until it is closed. */
public interface FolderClaim extends AutoCloseable {

    /** Puts files in their place in the folder. */
    FilePublisher files();

    @Override
    void close() throws IOException;
}
