package stiffsweep.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is ending this process, as a shutdown hook sees it.
 *
 * @param caller the thread that called for it; null where there is none
 * @param calls what that thread is in the middle of, the innermost call first
 */
public record ProcessEnd(@Nullable Thread caller, List<StackTraceElement> calls) {

    public ProcessEnd {
        calls = List.copyOf(calls);
    }

    /** That of this process, which is ending. */
    public static ProcessEnd seen() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue()).anyMatch(ProcessEnd::isRunningHooks))
                .map(thread -> new ProcessEnd(thread.getKey(), Arrays.asList(thread.getValue())))
                .findFirst()
                .orElse(new ProcessEnd(null, List.of()));
    }

    private static boolean isRunningHooks(StackTraceElement call) {
        return call.getClassName().equals("java.lang.Shutdown")
                && call.getMethodName().equals("runHooks");
    }

    /** Whether somebody outside has told it to end, by INT, TERM or HUP; if not, something inside has called System.exit. */
    public boolean isBySignal() {
        return calls.stream().anyMatch(call -> call.getClassName().startsWith("java.lang.Terminator"));
    }

    /** Whether this thread has called for it, and will not return. */
    public boolean isBy(Thread thread) {
        return thread.equals(caller);
    }

    /** Whether a class whose full name begins so has called for it. */
    public boolean isByClassOf(String beginning) {
        return first().map(StackTraceElement::getClassName).orElse("").startsWith(beginning);
    }

    /** Where System.exit was called, for a reader. */
    public String place() {
        return "System.exit"
                + first().map(call -> " in " + call.getClassName() + "." + call.getMethodName() + " ("
                                + call.getFileName() + ":" + call.getLineNumber() + ")")
                        .orElse("");
    }

    /** The first call outside Java's own classes; those that stand above the hooks are what one of them does just now. */
    private Optional<StackTraceElement> first() {
        return calls.stream()
                .dropWhile(call -> !isRunningHooks(call))
                .filter(call -> !call.getClassName().startsWith("java."))
                .findFirst();
    }
}
