package stiffsweep.spark;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import stiffsweep.run.ProcessEnd;

/**
 * Notices that the process is ending while a run is going on, interrupts the run, and holds Spark's own end back until the run
 * has come to its end: what executors have to say until then is heard.
 */
final class ShutdownWatch {

    /** Whoever ends a process grants it ten seconds, before it is killed. */
    private static final int SECONDS = 9;

    private final Thread runner = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final RunLedger ledger;
    private final Consumer<ProcessEnd> first;

    private ShutdownWatch(RunLedger ledger, Consumer<ProcessEnd> first) {
        this.ledger = ledger;
        this.first = first;
    }

    /** A run that goes on to its end. */
    @FunctionalInterface
    interface Run {
        RunSummary toItsEnd() throws IOException;
    }

    /**
     * Watches over a run of this thread.
     *
     * @param ledger hears that the process is ending
     * @param first what is done first then, within a second or so
     */
    static RunSummary during(Run run, RunLedger ledger, Consumer<ProcessEnd> first) throws IOException {
        ShutdownWatch watch = new ShutdownWatch(ledger, first);
        EndHook hook = EndHook.first(watch::endTheRun);
        try {
            return run.toItsEnd();
        } finally {
            watch.closed.countDown();
            hook.close();
        }
    }

    private void endTheRun(ProcessEnd seen) {
        ledger.cutShort(seen);
        first.accept(seen);
        if (seen.isBy(runner)) {
            return;
        }
        runner.interrupt();
        try {
            if (!closed.await(SECONDS, TimeUnit.SECONDS)) {
                // Spark ends now, with whatever is still going on.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
