package stiffsweep.jobs;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import stiffsweep.run.ProcessEnd;
import stiffsweep.spark.EndHook;

/**
 * Gives a run that ends with its process the exit code for that: one for a signal, as by Ctrl-C or a plain kill, another for
 * System.exit from inside. The run itself notices the end, and comes to its own.
 */
final class Interruption {

    /** For what is left to do when a run has noticed the end of its process. */
    private static final int SECONDS = 1;

    private final Thread runner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final String continuing;
    private final PrintWriter err;

    private Interruption(String continuing, PrintWriter err) {
        this.continuing = continuing;
        this.err = err;
    }

    /**
     * Does the work in this thread.
     *
     * @param continuing what continues the run, such as: the same command
     */
    static <T> T during(Supplier<T> work, String continuing, PrintWriter err) {
        Interruption interruption = new Interruption(continuing, err);
        EndHook hook = EndHook.afterTheRun(interruption::end);
        try {
            return work.get();
        } finally {
            interruption.ended.countDown();
            hook.close();
        }
    }

    private void end(ProcessEnd end) {
        try {
            // A thread that has called for the end does not come back.
            boolean isInOrder = !end.isBy(runner) && ended.await(SECONDS, TimeUnit.SECONDS);
            err.println(sentence(end.isBySignal(), isInOrder));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Left alone, the virtual machine would end with a code that depends on the signal, or is the caller's.
        Runtime.getRuntime().halt(end.isBySignal() ? ExitCode.INTERRUPTED : ExitCode.INTERNAL_ERROR);
    }

    private String sentence(boolean isBySignal, boolean isInOrder) {
        if (!isBySignal) {
            return "the process was ended from inside: what is finished is kept; mend what ended it, and " + continuing
                    + " continues";
        }
        return isInOrder
                ? "interrupted: what is finished is kept, and " + continuing + " goes on from where the trainings stand"
                : "interrupted in the middle of a stack: what is finished is kept, and " + continuing
                        + " goes on from the last states of trainings";
    }
}
