package stiffsweep.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Text files that are replaced as a whole. */
public final class TextFile {

    private TextFile() {}

    /**
     * Replaces a file: whoever reads it, also after a crash, finds the old text or the new one.
     *
     * @param temporary a folder on the same file system, for the text while it is being written
     */
    public static void replace(Path file, String text, Path temporary) throws IOException {
        // A file for the system's own temporary folder would be nobody else's to read; this one is as the umask says.
        Path draft = temporary.resolve(UUID.randomUUID() + "." + file.getFileName());
        try {
            write(draft, text);
            Files.move(draft, file, ATOMIC_MOVE);
        } finally {
            // It is there only where the disk has refused it.
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
