package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for the files that another process leaves in a folder. */
final class Arrivals implements AutoCloseable {

    private final Path folder;
    private final WatchService watch;

    private Arrivals(Path folder, WatchService watch) {
        this.folder = folder;
        this.watch = watch;
    }

    /** Watches a folder, which is made if it is missing. */
    static Arrivals in(Path folder) throws IOException {
        Files.createDirectories(folder);
        WatchService watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        return new Arrivals(folder, watch);
    }

    /**
     * Returns when so many files are there.
     *
     * @param terminal what the process says, for the case that none comes
     */
    void await(int files, Path terminal) throws IOException, InterruptedException {
        while (count() < files) {
            WatchKey key = watch.poll(3, TimeUnit.MINUTES);
            assertThat(key)
                    .as("no file came into %s: %s", folder, Files.readString(terminal))
                    .isNotNull();
            key.pollEvents();
            key.reset();
        }
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
