package stiffsweep.spark;

import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.apache.spark.resource.ResourceUtils;

/**
 * The GPUs that the task of a thread has.
 *
 * @param addresses their addresses; empty where it has none
 * @param giveBack ends that
 */
record TaskGpus(List<String> addresses, Runnable giveBack) implements AutoCloseable {

    static final TaskGpus NONE = new TaskGpus(List.of(), () -> {});

    TaskGpus {
        addresses = List.copyOf(addresses);
    }

    /** Those that Spark gives to the task; in a local run, where it gives none, one of the machine's. */
    static TaskGpus take() {
        ResourceInformation gpus = TaskContext.get().resourcesJMap().get(ResourceUtils.GPU());
        if (gpus != null) {
            return new TaskGpus(List.of(gpus.addresses()), () -> {});
        }
        return SparkSetup.isInDriver() ? LocalGpus.ofThisProcess().take() : NONE;
    }

    @Override
    public void close() {
        giveBack.run();
    }
}
