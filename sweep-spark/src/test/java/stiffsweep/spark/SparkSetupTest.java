package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.StorePolicy;

class SparkSetupTest {

    private static final RunOptions UNTOLD =
            new RunOptions(null, Set.of(), List.of(), FailurePolicy.DEFAULT, StopPolicy.DEFAULT, StorePolicy.DEFAULT);

    @Test
    void takesTheMasterThatItIsGivenAndElseTheOneOfSparkSubmit() {
        SparkConf submitted = new SparkConf(false).setMaster("spark://host:7077");
        assertThat(configured(submitted, UNTOLD).get("spark.master")).isEqualTo("spark://host:7077");
        assertThat(configured(submitted, RunOptions.on("local[3]")).get("spark.master"))
                .isEqualTo("local[3]");
        assertThat(configured(new SparkConf(false), UNTOLD).get("spark.master")).isEqualTo("local[*]");
    }

    @Test
    void dropsDevicesThatALocalSparkWouldWaitForInVain() {
        SparkConf conf = new SparkConf(false)
                .set("spark.task.resource.gpu.amount", "1")
                .set("spark.executor.resource.gpu.amount", "1");
        assertThat(configured(conf, RunOptions.on("local[2]")).contains("spark.task.resource.gpu.amount"))
                .isFalse();
        assertThat(configured(conf, RunOptions.on("local[2]")).contains("spark.executor.resource.gpu.amount"))
                .isFalse();
        assertThat(configured(conf, RunOptions.on("spark://host:7077")).contains("spark.task.resource.gpu.amount"))
                .isTrue();
    }

    @Test
    void leavesRetriesToTheDispatcherAndTheTerminalToTheCommandLine() {
        SparkConf conf = configured(new SparkConf(false), RunOptions.on("local[2]"));
        assertThat(conf.get("spark.task.maxFailures")).isEqualTo("1");
        assertThat(conf.get("spark.ui.showConsoleProgress")).isEqualTo("false");
        assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    }

    @Test
    void givesEachTrialOfAClusterAProcessOfItsOwn() {
        SparkConf conf = configured(new SparkConf(false), RunOptions.on("spark://host:7077"));
        assertThat(conf.get("spark.executor.cores")).isEqualTo("1");
        assertThat(conf.get("spark.task.reaper.enabled")).isEqualTo("true");

        SparkConf wide = new SparkConf(false).set("spark.task.cpus", "4");
        assertThat(configured(wide, RunOptions.on("yarn")).get("spark.executor.cores"))
                .isEqualTo("4");
    }

    @Test
    void sendsJarsToTheExecutorsBesideThoseOfSparkSubmit() {
        Path jar = Path.of("/home/me/own problems.jar");
        RunOptions options = new RunOptions(
                "yarn", Set.of(), List.of(jar), FailurePolicy.DEFAULT, StopPolicy.DEFAULT, StorePolicy.DEFAULT);
        SparkConf submitted = new SparkConf(false).set("spark.jars", "/opt/library.jar");
        assertThat(configured(submitted, options).get("spark.jars"))
                .isEqualTo("/opt/library.jar,file:///home/me/own%20problems.jar");
        assertThat(configured(new SparkConf(false), UNTOLD).contains("spark.jars"))
                .isFalse();
    }

    private static SparkConf configured(SparkConf given, RunOptions options) {
        return SparkSetup.configuration(given, "decay", options);
    }
}
