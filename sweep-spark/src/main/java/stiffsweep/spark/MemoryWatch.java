package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends what is being trained in this process when its resident memory passes a limit, before the machine runs out of it: the
 * engine's memory is outside the heap, and no cluster but one of containers polices it.
 *
 * <p>An executor ends as a whole, for only that gives the memory back for sure. A local run, which shares its process with the
 * driver, has no watch.
 */
final class MemoryWatch {

    /** The exit status of an executor that has ended itself, that of Spark's own for a heap that is full. */
    private static final int OUT_OF_MEMORY = 52;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long PERIOD_MILLIS = 200;
    private static final long KIB = 1024;

    private final @Nullable Timer timer;

    private MemoryWatch(@Nullable Timer timer) {
        this.timer = timer;
    }

    /**
     * Starts to watch the memory of this process.
     *
     * @param limit in bytes; 0 watches nothing, as on a system without /proc
     * @param lastWords hears the reason before the end
     */
    static MemoryWatch start(long limit, Consumer<String> lastWords) {
        if (limit == 0 || !Files.isReadable(STATUS) || SparkSetup.isInDriver()) {
            return new MemoryWatch(null);
        }
        TimerTask look = new TimerTask() {
            @Override
            public void run() {
                long resident = resident();
                if (resident > limit) {
                    lastWords.accept("the process of a trial must stay within failure.memory = " + limit
                            + " bytes, but has " + resident);
                    Runtime.getRuntime().halt(OUT_OF_MEMORY);
                }
            }
        };
        Timer timer = new Timer("sweep-memory", true);
        timer.schedule(look, 0, PERIOD_MILLIS);
        return new MemoryWatch(timer);
    }

    /** The resident memory of this process, in bytes. */
    private static long resident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }
}
