package stiffsweep.jobs;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run in order when the process is told to end, by Ctrl-C or a plain kill, with the exit code for that. */
final class Interruption implements AutoCloseable {

    /** How long a run may take to end in order. */
    private static final int SECONDS = 10;

    private final Thread runner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final PrintWriter err;
    private final Thread hook = new Thread(this::endRun, "sweep-interruption");

    /** Starts to watch; the run is the calling thread's. */
    Interruption(PrintWriter err) {
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void endRun() {
        runner.interrupt();
        try {
            boolean isInOrder = ended.await(SECONDS, TimeUnit.SECONDS);
            err.println(isInOrder ? "interrupted: the same command continues" : "interrupted in the middle of a stack: the same command continues");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Left alone, the virtual machine would end with a code that depends on the signal.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has been waiting for this.
            ended.countDown();
        }
    }
}
