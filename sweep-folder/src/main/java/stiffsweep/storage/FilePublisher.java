package stiffsweep.storage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts complete files in their place: a reader sees all of a file or nothing, and so does whoever comes after a crash. What
 * was done first is there first.
 */
public interface FilePublisher {

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {
        void write(Path file) throws IOException;
    }

    /**
     * Publishes a content under a name that may be taken.
     *
     * @return whether this content is now there; false where another one was first, which then stays
     */
    boolean publish(Content content, Path target) throws IOException;

    /** Publishes a content in the place of whatever has its name. */
    void replace(Content content, Path target) throws IOException;

    /** Deletes what is there of a name. */
    void delete(Path target) throws IOException;
}
