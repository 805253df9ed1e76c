package stiffsweep.spark;

import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.apache.spark.resource.ResourceUtils;

/** The GPUs that Spark gives to the task of this thread. */
final class TaskGpus {

    private TaskGpus() {}

    /** Their addresses; empty where Spark manages none. */
    static List<String> addresses() {
        ResourceInformation gpus = TaskContext.get().resourcesJMap().get(ResourceUtils.GPU());
        return gpus == null ? List.of() : List.of(gpus.addresses());
    }
}
