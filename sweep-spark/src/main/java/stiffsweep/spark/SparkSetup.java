package stiffsweep.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import stiffsweep.store.ResultFolder;

/** Sets Spark up for a sweep: one job for each stack, one task for each job, retries in our own hands. */
final class SparkSetup {

    /** The fewest stacks that are handed to a cluster at a time; Spark queues those for which it has no slot yet. */
    private static final int FEWEST_JOBS = 512;

    private static final String TASK_GPUS = "spark.task.resource.gpu.amount";

    private static final String JARS = "spark.jars";

    private SparkSetup() {}

    /**
     * Starts Spark, or connects to the master, with its log in the folder.
     *
     * @throws UnusableMachineException if it does not start
     */
    static JavaSparkContext start(String sweep, RunOptions options, ResultFolder folder) {
        SparkLog.to(folder.sparkLog());
        try {
            return new JavaSparkContext(configuration(new SparkConf(), sweep, options));
        } catch (RuntimeException e) {
            throw new UnusableMachineException(
                    "Spark must start, but got: " + LostStackException.innermost(e) + "; " + folder.sparkLog()
                            + " has more",
                    e);
        }
    }

    /** How many stacks are handed to Spark at a time. */
    static int jobsAtATime(JavaSparkContext spark) {
        // One more than there are slots: while a stack is published, its slot has the next one.
        return spark.isLocal() ? spark.defaultParallelism() + 1 : Math.max(FEWEST_JOBS, 2 * spark.defaultParallelism());
    }

    /** Whether the task of this thread shares its process with the driver: it is one of a local run. */
    static boolean isInDriver() {
        return SparkEnv.get().executorId().equals("driver");
    }

    /** Makes every job return at once. */
    static void cancelJobs(JavaSparkContext spark) {
        try {
            spark.sc().cancelAllJobs();
        } catch (IllegalStateException e) {
            // Spark has stopped, by Ctrl-C or by itself: then no job is left.
            return;
        }
    }

    /**
     * Adds what a sweep needs to a configuration.
     *
     * @param given what spark-submit was told, if it was used
     */
    static SparkConf configuration(SparkConf given, String sweep, RunOptions options) {
        SparkConf conf = given.clone();
        if (options.master() != null) {
            conf.setMaster(options.master());
        }
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.app.name", "stiffsweep " + sweep);
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.set("spark.ui.showConsoleProgress", "false");
        conf.set("spark.plugins", SweepPlugin.class.getName());
        addJars(conf, options.jars());
        leaveLossesToUs(conf);
        // A stack that goes on takes the states of all its trials along [MiB].
        conf.setIfMissing("spark.rpc.message.maxSize", "1024");
        // Kryo does not know records.
        conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        if (conf.get("spark.master").matches("local(\\[.*])?")) {
            confineToThisMachine(conf);
        } else {
            partTrialsFromEachOther(conf);
        }
        return conf;
    }

    private static void leaveLossesToUs(SparkConf conf) {
        // A lost stack is run again by the dispatcher, which knows its members; a slow one is big, not stuck.
        conf.set("spark.task.maxFailures", "1");
        conf.set("spark.speculation", "false");
        conf.set("spark.excludeOnFailure.enabled", "false");
    }

    private static void partTrialsFromEachOther(SparkConf conf) {
        // A trial that takes its process down takes no neighbour with it.
        conf.setIfMissing("spark.executor.cores", conf.get("spark.task.cpus", "1"));
        // A task that was given up and does not stop is ended with its executor.
        conf.setIfMissing("spark.task.reaper.enabled", "true");
        conf.setIfMissing("spark.task.reaper.killTimeout", "30s");
    }

    /** Adds jars to those that spark-submit was told. */
    private static void addJars(SparkConf conf, List<Path> jars) {
        if (!jars.isEmpty()) {
            List<String> all = new ArrayList<>();
            if (conf.contains(JARS)) {
                all.add(conf.get(JARS));
            }
            jars.forEach(jar -> all.add(jar.toUri().toString()));
            conf.set(JARS, String.join(",", all));
        }
    }

    private static void confineToThisMachine(SparkConf conf) {
        conf.setIfMissing("spark.driver.host", "localhost");
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        if (conf.contains(TASK_GPUS)) {
            conf.set(LocalGpus.AMOUNT, conf.get(TASK_GPUS));
        }
        // A local Spark offers no such resources: a job that asks for them waits for ever, without a word.
        for (Tuple2<String, String> setting : conf.getAll()) {
            if (setting._1().matches("spark\\.(task|executor)\\.resource\\..*")) {
                conf.remove(setting._1());
            }
        }
    }
}
