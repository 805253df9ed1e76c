package stiffsweep.jobs;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import stiffsweep.run.ProcessEnd;

/**
 * Says in words where a trial that a verb trains in this process, such as one of a residual of the user's own, has called
 * System.exit: the verb would end in silence, with the code that was given there.
 */
final class OwnExit {

    private OwnExit() {}

    /** Does work that may call System.exit. */
    static <T> T reported(Callable<T> work, PrintWriter err) throws Exception {
        Thread hook = new Thread(() -> end(ProcessEnd.seen(), err), "own-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            remove(hook);
        }
    }

    private static void end(ProcessEnd end, PrintWriter err) {
        if (!end.isBySignal()) {
            err.println("a trial must not end the process, but got " + end.place()
                    + ": throw an exception instead; `./sweep run` makes such a trial a row with its reason");
            Runtime.getRuntime().halt(ExitCode.INTERNAL_ERROR);
        }
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
