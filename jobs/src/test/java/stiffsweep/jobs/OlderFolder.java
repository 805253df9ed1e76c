package stiffsweep.jobs;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The result folder of a sweep of two trials that an older code has left. */
final class OlderFolder {

    private OlderFolder() {}

    /** Puts a copy of the folder into a place. */
    static Path copyTo(Path folder) throws IOException, URISyntaxException {
        Path stored =
                Path.of(OlderFolder.class.getResource("folder-of-an-older-code").toURI());
        List<Path> files;
        try (Stream<Path> paths = Files.walk(stored)) {
            files = paths.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(stored.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return folder;
    }
}
