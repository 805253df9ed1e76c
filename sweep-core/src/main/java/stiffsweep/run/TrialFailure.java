package stiffsweep.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stiffsweep.tensor.UnusableEngineException;

/** What is said of a trial that has thrown, with a way out where one is known. */
final class TrialFailure {

    /** Words of the engine, for the CPU and for a GPU, and of the virtual machine. */
    private static final List<String> NO_MEMORY = List.of("allocate memory", "out of memory", "OutOfMemoryError");

    /** Those that only carry out what a problem asks for. */
    private static final List<String> CARRIERS = List.of(
            "java.",
            "jdk.",
            "ai.djl.",
            "stiffsweep.formula.",
            "stiffsweep.heap.",
            "stiffsweep.jet.",
            "stiffsweep.network.",
            "stiffsweep.tensor.");

    private TrialFailure() {}

    /** The reason of a trial's failure. */
    static String reason(Throwable thrown) {
        String got = thrown + place(thrown).map(frame -> " in " + frame).orElse("");
        if (thrown instanceof UnusableEngineException) {
            return String.valueOf(thrown.getMessage());
        }
        if (isOutOfMemory(thrown)) {
            return "the trial must fit into memory, but got " + got
                    + ": lower network.width, network.depth or the points, train fewer trials at a time (training.stack,"
                    + " --master local[1]), or give more memory (for Java: JDK_JAVA_OPTIONS=-Xmx8g)";
        }
        if (thrown instanceof StackOverflowError) {
            return "a problem's methods must return, but got " + got + ": one of them calls itself without end";
        }
        return "the trial must not throw, but got " + got;
    }

    /** Whether memory did not suffice, of the engine or of the virtual machine. */
    static boolean isOutOfMemory(Throwable thrown) {
        return NO_MEMORY.stream().anyMatch(String.valueOf(thrown)::contains);
    }

    /**
     * What a stack throws in the place of an error. Spark ends a process for an error, also for one that is a cause, and with
     * it what else is being trained there.
     */
    static RuntimeException ofStack(Throwable thrown) {
        if (thrown instanceof RuntimeException exception) {
            return exception;
        }
        IllegalStateException plain = new IllegalStateException(reason(thrown));
        plain.setStackTrace(thrown.getStackTrace());
        return plain;
    }

    /** Where a problem's own code has thrown, or this one's on its behalf. */
    private static Optional<String> place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> CARRIERS.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .filter(frame -> !frame.getClassName().startsWith("stiffsweep.")
                        || frame.getClassName().startsWith("stiffsweep.problem."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + " (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")");
    }
}
