package stiffsweep.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;
import stiffsweep.train.Progress;

/** Carries the progress of stacks from the executors to the driver. Spark makes it, by the setting spark.plugins. */
public final class SweepPlugin implements SparkPlugin {

    // Spark makes plugins itself, one of each kind in a process, so tasks and the run can only reach them through here.
    private static volatile @Nullable PluginContext executor;
    private static volatile @Nullable StackProgress listener;

    /** Hears of the progress of stacks on the driver, on Spark's one thread for messages: it must not wait. */
    @FunctionalInterface
    interface StackProgress {
        void at(String stack, long epoch, long epochs, double bestError);
    }

    /** Sends progress to a listener; null ends that. */
    static void listen(@Nullable StackProgress progress) {
        listener = progress;
    }

    /** What tells the driver of the progress of a stack, on an executor. */
    static Progress progressOf(String stack) {
        return (epoch, epochs, bestError) -> {
            PluginContext context = executor;
            if (context != null) {
                send(context, List.of(stack, epoch, epochs, bestError));
            }
        };
    }

    /** Sends types of the JDK only: Spark's own threads read messages, and do not know the classes of this project. */
    private static void send(PluginContext context, List<Object> message) {
        try {
            context.send(message);
        } catch (IOException | RuntimeException e) {
            context.metricRegistry().counter("lost-progress-messages").inc();
        }
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new Receiver();
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new Sender();
    }

    private static final class Receiver implements DriverPlugin {
        @Override
        public @Nullable Object receive(Object message) {
            StackProgress progress = listener;
            if (progress != null && message instanceof List<?> parts) {
                progress.at((String) parts.get(0), (Long) parts.get(1), (Long) parts.get(2), (Double) parts.get(3));
            }
            return null;
        }
    }

    private static final class Sender implements ExecutorPlugin {
        @Override
        public void init(PluginContext context, Map<String, String> configuration) {
            executor = context;
        }

        @Override
        public void shutdown() {
            executor = null;
        }
    }
}
