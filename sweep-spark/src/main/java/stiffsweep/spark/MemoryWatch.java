package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.apache.spark.SparkEnv;

/**
 * Ends what is being trained in this process when its resident memory passes a limit, before the machine runs out of it: the
 * engine's memory is outside the heap, and no cluster but one of containers polices it.
 *
 * <p>An executor ends as a whole, for only that gives the memory back for sure. In a local run, which shares its process with
 * the driver, the thread is interrupted, and the training ends at its next epoch.
 */
final class MemoryWatch {

    /** The exit status of an executor that has ended itself, that of Spark's own for a heap that is full. */
    private static final int OUT_OF_MEMORY = 52;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long PERIOD_MILLIS = 200;
    private static final long KIB = 1024;

    private final Timer timer = new Timer("sweep-memory", true);

    private MemoryWatch() {}

    /**
     * Starts to watch the memory of this process on behalf of this thread.
     *
     * @param limit in bytes; 0 watches nothing, and so does a system without /proc
     * @param lastWords hears the reason before the end
     */
    static MemoryWatch start(long limit, Consumer<String> lastWords) {
        MemoryWatch watch = new MemoryWatch();
        Thread thread = Thread.currentThread();
        if (limit > 0 && Files.isReadable(STATUS)) {
            TimerTask look = new TimerTask() {
                @Override
                public void run() {
                    long resident = resident();
                    if (resident > limit) {
                        cancel();
                        lastWords.accept("the process of a trial must stay within failure.memory = " + limit
                                + " bytes, but has " + resident);
                        end(thread);
                    }
                }
            };
            watch.timer.schedule(look, 0, PERIOD_MILLIS);
        }
        return watch;
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

    private static void end(Thread thread) {
        if (SparkEnv.get().executorId().equals("driver")) {
            thread.interrupt();
        } else {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    void stop() {
        timer.cancel();
    }
}
