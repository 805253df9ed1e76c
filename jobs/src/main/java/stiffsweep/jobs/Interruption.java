package stiffsweep.jobs;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends a run in order when the process is told to end, by Ctrl-C or a plain kill, with the exit code for that. */
final class Interruption {

    /** How long a run may take to end in order. */
    private static final int SECONDS = 10;

    private final Thread runner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final PrintWriter err;

    private Interruption(PrintWriter err) {
        this.err = err;
    }

    /** Does the work in this thread, and interrupts it when the process is told to end. */
    static <T> T during(Supplier<T> work, PrintWriter err) {
        Interruption interruption = new Interruption(err);
        Thread hook = new Thread(interruption::end, "sweep-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            interruption.ended.countDown();
            remove(hook);
        }
    }

    private void end() {
        runner.interrupt();
        try {
            boolean isInOrder = ended.await(SECONDS, TimeUnit.SECONDS);
            err.println((isInOrder ? "interrupted" : "interrupted in the middle of a stack")
                    + ": what is finished is kept, and the same command continues");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Left alone, the virtual machine would end with a code that depends on the signal.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is at work.
            Thread.currentThread().interrupt();
        }
    }
}
