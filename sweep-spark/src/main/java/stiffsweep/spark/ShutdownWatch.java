package stiffsweep.spark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the process is ending while a run is going on, interrupts the run, and holds Spark's own end back until the run
 * has come to its end: what executors have to say until then is heard.
 */
final class ShutdownWatch implements AutoCloseable {

    /** Whoever ends a process grants it ten seconds, before it is killed. */
    private static final int SECONDS = 9;

    private final Thread run = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Consumer<ProcessEnd> first;
    private final EndHook hook;
    private volatile @Nullable ProcessEnd end;

    /**
     * Starts to watch over a run of this thread.
     *
     * @param first what is done first when the process is ending, within a second or so
     */
    ShutdownWatch(Consumer<ProcessEnd> first) {
        this.first = first;
        hook = EndHook.first(this::endTheRun);
    }

    private void endTheRun(ProcessEnd seen) {
        end = seen;
        first.accept(seen);
        if (seen.isBy(run)) {
            return;
        }
        run.interrupt();
        try {
            if (!closed.await(SECONDS, TimeUnit.SECONDS)) {
                // Spark ends now, with whatever is still going on.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process is ending. */
    boolean isEnding() {
        return end != null;
    }

    /** Where the work on a stack has ended the process; null where it has not. */
    @Nullable
    String endedBy(String stack) {
        ProcessEnd seen = end;
        Thread caller = seen == null ? null : seen.caller();
        return seen != null && caller != null && stack.equals(StackTask.stackOf(caller)) ? seen.place() : null;
    }

    @Override
    public void close() {
        closed.countDown();
        hook.close();
    }
}
