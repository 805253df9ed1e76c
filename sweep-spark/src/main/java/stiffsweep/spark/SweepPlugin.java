package stiffsweep.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.TrialId;

/** Carries what executors say about stacks to the driver. Spark makes it, by the setting spark.plugins. */
public final class SweepPlugin implements SparkPlugin {

    // Spark makes plugins itself, one of each kind in a process, so tasks and the run can only reach them through here.
    private static volatile @Nullable PluginContext executor;
    private static volatile @Nullable StackListener listener;
    private static volatile boolean ending;

    /** Hears of stacks on the driver, on Spark's one thread for messages or on those of a local run's tasks: it must not wait. */
    interface StackListener {

        /** How far a stack is; 0 of 0 epochs when an executor takes it up. */
        void progressed(String stack, long epoch, long epochs, double bestError);

        /** Whether the run is ending, so that trainings are to be cut off. */
        boolean isEnding();

        /** Where the training of a trial stands, as the bytes of a training state. */
        void kept(String trial, byte[] state);

        /** Which of some trials of a stack must end early, by what they are compared by at an epoch. */
        SortedMap<TrialId, Outcome.Stopped> judge(long epoch, SortedMap<TrialId, Double> values);

        /** Why the process of a stack is about to end. */
        void lastWords(String stack, String reason);
    }

    /** Sends what is said to a listener; null ends that. */
    static void listen(@Nullable StackListener heard) {
        listener = heard;
    }

    /**
     * What a message is about. It travels as a list of its word, the name of a stack or trial, and what is said of that, all of
     * types of the JDK: Spark's own threads read messages, and do not know the classes of this project.
     */
    enum Message {
        /** How far a stack is: its epoch, its number of epochs, its best error. The answer: whether the run is ending. */
        PROGRESS,
        /** Where the training of a trial stands: the bytes of its state. */
        STATE,
        /** Which trials of a stack end early: the epoch, and by trial what they are compared by. */
        QUESTION,
        /** Why the process of a stack is about to end: the reason. */
        LAST_WORDS
    }

    /** Tells the driver why this process is about to end, and waits until it has heard. */
    static void lastWords(String stack, String reason) {
        ask(Message.LAST_WORDS, stack, reason);
    }

    /** Tells the driver how far a stack is, and hears whether the run is ending. */
    static void progressed(String stack, long epoch, long epochs, double bestError) {
        ending = Boolean.TRUE.equals(ask(Message.PROGRESS, stack, epoch, epochs, bestError));
    }

    /** Whether the run is ending, as far as this process has heard. */
    static boolean isEnding() {
        StackListener heard = listener;
        return heard == null ? ending : heard.isEnding();
    }

    /** The driver's answer to a message; null where there is none. */
    static @Nullable Object ask(Message message, Object... said) {
        StackListener heard = listener;
        PluginContext context = executor;
        try {
            if (heard != null) {
                // The driver is here, and Spark, which carries messages elsewhere, may have ended already.
                return Receiver.receive(heard, parts(message, said));
            }
            return context == null ? null : context.ask(parts(message, said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            lost(context);
        }
        return null;
    }

    private static List<Object> parts(Message message, Object... said) {
        return Stream.concat(Stream.of(message.name()), Arrays.stream(said)).toList();
    }

    private static void lost(@Nullable PluginContext context) {
        if (context != null) {
            context.metricRegistry().counter("lost-messages").inc();
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
            StackListener heard = listener;
            return heard != null && message instanceof List<?> parts ? receive(heard, parts) : null;
        }

        private static @Nullable Object receive(StackListener heard, List<?> parts) {
            String name = (String) parts.get(1);
            switch (Message.valueOf((String) parts.get(0))) {
                case PROGRESS -> {
                    heard.progressed(name, (Long) parts.get(2), (Long) parts.get(3), (Double) parts.get(4));
                    return heard.isEnding();
                }
                case STATE -> heard.kept(name, (byte[]) parts.get(2));
                case LAST_WORDS -> heard.lastWords(name, (String) parts.get(2));
                case QUESTION -> {
                    return StackProgress.answer(
                            heard.judge((Long) parts.get(2), StackProgress.values((Map<?, ?>) parts.get(3))));
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
