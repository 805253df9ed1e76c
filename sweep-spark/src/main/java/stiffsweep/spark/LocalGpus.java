package stiffsweep.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import stiffsweep.tensor.ComputeDevice;

/** The GPUs of this machine among the tasks of a local run, to which Spark gives none. Safe for use by several threads. */
final class LocalGpus {

    /** What Spark's own setting says for a cluster, under a name at which a local Spark does not wait for ever. */
    static final String AMOUNT = "spark.stiffsweep.task.gpu.amount";

    private final Map<String, Integer> tasks = new LinkedHashMap<>();
    private final int mostTasks;

    /**
     * Some GPUs.
     *
     * @param mostTasks how many tasks share one at a time
     */
    LocalGpus(List<String> addresses, int mostTasks) {
        addresses.forEach(address -> tasks.put(address, 0));
        this.mostTasks = mostTasks;
    }

    /** Those that the engine sees, for all runs of this process. */
    static LocalGpus ofThisProcess() {
        return Seen.GPUS;
    }

    /** How many tasks share a GPU where each is to have some part of one. */
    static int mostTasks(SparkConf conf) {
        double amount = conf.getDouble(AMOUNT, 0);
        return amount > 0 ? Math.max(1, (int) (1 / amount)) : Integer.MAX_VALUE;
    }

    /** The GPU that the fewest tasks have, until it is given back; none where there is none. Waits where all are taken. */
    synchronized TaskGpus take() {
        if (tasks.isEmpty()) {
            return TaskGpus.NONE;
        }
        try {
            while (tasksOf(leastTaken()) >= mostTasks) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a GPU");
        }
        String address = leastTaken();
        tasks.merge(address, 1, Integer::sum);
        return new TaskGpus(List.of(address), () -> giveBack(address));
    }

    private String leastTaken() {
        return tasks.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private int tasksOf(String address) {
        return tasks.getOrDefault(address, 0);
    }

    private synchronized void giveBack(String address) {
        tasks.merge(address, -1, Integer::sum);
        notifyAll();
    }

    /** Made when the first task asks, for it loads the engine. */
    private static final class Seen {
        static final LocalGpus GPUS = new LocalGpus(
                ComputeDevice.visibleGpus(), mostTasks(SparkEnv.get().conf()));
    }
}
