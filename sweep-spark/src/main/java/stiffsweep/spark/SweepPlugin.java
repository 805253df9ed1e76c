package stiffsweep.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;
import stiffsweep.train.TrainingState;

/** Carries what executors say about stacks to the driver. Spark makes it, by the setting spark.plugins. */
public final class SweepPlugin implements SparkPlugin {

    // Spark makes plugins itself, one of each kind in a process, so tasks and the run can only reach them through here.
    private static volatile @Nullable PluginContext executor;
    private static volatile @Nullable StackListener listener;

    /** Hears of stacks on the driver, on Spark's one thread for messages: it must not wait. */
    interface StackListener {

        /** How far a stack is; 0 of 0 epochs when an executor takes it up. */
        void progressed(String stack, long epoch, long epochs, double bestError);

        /** Where the training of a trial stands, as the bytes of a training state. */
        void kept(String trial, byte[] state);

        /** Why the process of a stack is about to end. */
        void lastWords(String stack, String reason);
    }

    /** Sends what is said to a listener; null ends that. */
    static void listen(@Nullable StackListener heard) {
        listener = heard;
    }

    /** What tells the driver of the progress of a stack, on an executor. */
    static Progress progressOf(String stack) {
        return new Progress() {
            @Override
            public void at(long epoch, long epochs, double bestError) {
                send(List.of(stack, epoch, epochs, bestError));
            }

            @Override
            public void keep(TrialId trial, TrainingState state) {
                tell(List.of(trial.hex(), state.bytes()));
            }
        };
    }

    /** Tells the driver why this process is about to end, and waits until it has heard. */
    static void lastWords(String stack, String reason) {
        tell(List.of(stack, reason));
    }

    /** Sends a message and waits until the driver has heard it. */
    private static void tell(List<Object> message) {
        PluginContext context = executor;
        if (context != null) {
            try {
                context.ask(message);
            } catch (Exception e) {
                lost(context);
            }
        }
    }

    /** Sends types of the JDK only: Spark's own threads read messages, and do not know the classes of this project. */
    private static void send(List<Object> message) {
        PluginContext context = executor;
        if (context != null) {
            try {
                context.send(message);
            } catch (IOException | RuntimeException e) {
                lost(context);
            }
        }
    }

    private static void lost(PluginContext context) {
        context.metricRegistry().counter("lost-messages").inc();
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
            StackListener heard = listener;
            if (heard != null && message instanceof List<?> parts) {
                String stack = (String) parts.get(0);
                if (parts.get(1) instanceof String reason) {
                    heard.lastWords(stack, reason);
                } else if (parts.get(1) instanceof byte[] state) {
                    heard.kept(stack, state);
                } else {
                    heard.progressed(stack, (Long) parts.get(1), (Long) parts.get(2), (Double) parts.get(3));
                }
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
