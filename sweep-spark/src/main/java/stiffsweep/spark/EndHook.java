package stiffsweep.spark;

import java.util.function.Consumer;
import org.apache.spark.util.ShutdownHookManager;
import scala.runtime.BoxedUnit;
import stiffsweep.run.ProcessEnd;

/** Something that is done when this process ends, while Spark still goes on, unless it is closed before. */
public final class EndHook implements AutoCloseable {

    private final Object hook;

    private EndHook(int priority, Consumer<ProcessEnd> step) {
        hook = ShutdownHookManager.addShutdownHook(priority, () -> {
            step.accept(ProcessEnd.seen());
            return BoxedUnit.UNIT;
        });
    }

    /** Something that comes before all else. */
    static EndHook first(Consumer<ProcessEnd> step) {
        return new EndHook(ShutdownHookManager.DEFAULT_SHUTDOWN_PRIORITY(), step);
    }

    /** Something that comes when the run has come to its end, or its time is up. */
    public static EndHook afterTheRun(Consumer<ProcessEnd> step) {
        return new EndHook(ShutdownHookManager.DEFAULT_SHUTDOWN_PRIORITY() - 1, step);
    }

    @Override
    public void close() {
        // Where the process is ending, the hook has its turn.
        if (!ShutdownHookManager.inShutdown()) {
            ShutdownHookManager.removeShutdownHook(hook);
        }
    }
}
