package stiffsweep.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Publishes files of a file system of this machine, or one that is mounted there.
 *
 * @param temporary a folder on the file system of the targets, for files while they are being written
 */
public record LocalFiles(Path temporary) implements FilePublisher {

    @Override
    public boolean publish(Content content, Path target) throws IOException {
        Path draft = draft(content, target);
        try {
            // A hard link fails where its name exists; a rename would replace the file that was first.
            Files.createLink(target, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(draft);
        }
    }

    @Override
    public void replace(Content content, Path target) throws IOException {
        Files.move(draft(content, target), target, ATOMIC_MOVE);
    }

    @Override
    public void delete(Path target) throws IOException {
        Files.deleteIfExists(target);
    }

    /** The content in a file of its own that has reached the disk. */
    private Path draft(Content content, Path target) throws IOException {
        Path draft = temporary.resolve(UUID.randomUUID() + "." + target.getFileName());
        try {
            content.write(draft);
            try (FileChannel channel = FileChannel.open(draft, WRITE)) {
                channel.force(true);
            }
            return draft;
        } catch (IOException | RuntimeException e) {
            // On a disk that is full, what was written of a file keeps the next try from its room.
            Files.deleteIfExists(draft);
            throw e;
        }
    }
}
