package stiffsweep.spark;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;
import stiffsweep.spark.ExecutorMessage.Progressed;

/** Carries what executors say about stacks to the driver. Spark makes it, by the setting spark.plugins. */
public final class SweepPlugin implements SparkPlugin {

    // Spark makes plugins itself, one of each kind in a process, so tasks and the run can only reach them through here.
    private static volatile @Nullable PluginContext executor;
    private static volatile @Nullable Driver driver;
    private static volatile boolean ending;

    /** Sends what is said to a driver; null ends that. */
    static void listen(@Nullable Driver heardBy) {
        driver = heardBy;
    }

    /** Tells the driver how far a stack is, and hears whether the run is ending. */
    static void progressed(Progressed message) {
        ending = Boolean.TRUE.equals(tell(message));
    }

    /** Whether the run is ending, as far as this process has heard. */
    static boolean isEnding() {
        Driver here = driver;
        return here == null ? ending : here.ledger().isEnding();
    }

    /** Tells the driver, and waits until it has heard; its answer, or null where there is none. */
    static @Nullable Object tell(ExecutorMessage message) {
        Driver here = driver;
        PluginContext context = executor;
        try {
            if (here != null) {
                // The driver is here, and Spark, which carries messages elsewhere, may have ended already.
                return heard(here, message.parts());
            }
            return context == null ? null : context.ask(message.parts());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            lost(context);
        }
        return null;
    }

    private static @Nullable Object heard(Driver driver, List<?> parts) {
        return ExecutorMessage.of(parts).heardBy(driver);
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
            Driver here = driver;
            return here != null && message instanceof List<?> parts ? heard(here, parts) : null;
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
