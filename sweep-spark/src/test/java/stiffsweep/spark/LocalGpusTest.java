package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the tasks of a local run share the GPUs of the machine. */
class LocalGpusTest {

    @Test
    void eachTaskTakesTheOneThatTheFewestHave() {
        LocalGpus gpus = new LocalGpus(List.of("0", "1"), Integer.MAX_VALUE);
        TaskGpus first = gpus.take();
        assertThat(first.addresses()).containsExactly("0");
        assertThat(Stream.generate(gpus::take).limit(3).map(TaskGpus::addresses))
                .containsExactly(List.of("1"), List.of("0"), List.of("1"));
        first.close();
        assertThat(gpus.take().addresses()).containsExactly("0");
    }

    @Test
    void aTaskWaitsForItsShareWhereAllAreTaken() throws InterruptedException {
        LocalGpus gpus = new LocalGpus(List.of("0", "1"), 1);
        gpus.take();
        TaskGpus second = gpus.take();
        List<String> third = new ArrayList<>();
        Thread waiting = new Thread(() -> third.addAll(gpus.take().addresses()));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(third).isEmpty();
        second.close();
        waiting.join();
        assertThat(third).containsExactly("1");
    }

    @Test
    void aMachineWithoutAnyGivesNone() {
        assertThat(new LocalGpus(List.of(), 1).take().addresses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.3, 3", "1, 1", "2, 1"})
    void theShareIsThatOfSparksSetting(String amount, int tasks) {
        SparkConf given = new SparkConf(false).set("spark.task.resource.gpu.amount", amount);
        SparkConf conf = SparkSetup.configuration(given, "sweep", RunOptions.on("local[2]"));
        assertThat(conf.contains("spark.task.resource.gpu.amount")).isFalse();
        assertThat(LocalGpus.mostTasks(conf)).isEqualTo(tasks);
        assertThat(LocalGpus.mostTasks(new SparkConf(false))).isEqualTo(Integer.MAX_VALUE);
    }
}
