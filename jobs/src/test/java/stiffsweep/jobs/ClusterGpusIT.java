package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GPUs on a real cluster, whose worker is told of two that are not there. */
class ClusterGpusIT {

    private static final String SWEEP = """
            name = gpus
            network  { width = 8, depth = 2 }
            points   { residual { count = 50 } }
            training { epochs = 100, stack = 2, device = gpu }
            measure  { hessian = false }
            failure  { tolerate = 100%, retries = 0 }
            sweep.grid.problem.stiffness = { linspace = [1, 8], count = 8 }
            """;

    @TempDir
    private Path root;

    @Test
    void twoTasksShareEachOfTheTwoGpusThatSparkGivesOut() throws Exception {
        Path discovery = Files.writeString(
                root.resolve("discovery.sh"), "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"0\", \"1\"]}'\n");
        Files.setPosixFilePermissions(discovery, PosixFilePermissions.fromString("rwx------"));
        Path properties = Files.writeString(
                root.resolve("worker.properties"),
                "spark.worker.resource.gpu.amount 2\nspark.worker.resource.gpu.discoveryScript " + discovery + "\n");
        Path file = Files.writeString(root.resolve("gpus.conf"), SWEEP);
        StandaloneCluster cluster = StandaloneCluster.startOneWorker(root.resolve("cluster"), 4, properties);
        ClusterSweep sweep = new ClusterSweep(cluster, file, root.resolve("results"), root.resolve("terminal.txt"));
        try {
            Process run = sweep.submit(
                    sweep.out().toString(),
                    "--conf",
                    "spark.executor.cores=2",
                    "--conf",
                    "spark.executor.memory=1g",
                    "--conf",
                    "spark.executor.resource.gpu.amount=1",
                    "--conf",
                    "spark.task.resource.gpu.amount=0.5");
            assertThat(ClusterSweep.exitCode(run))
                    .as(Files.readString(sweep.terminal()))
                    .isEqualTo(ExitCode.SOME_FAILED);
        } finally {
            cluster.stop();
        }
        List<String> failures = sweep.rows("failure");
        assertThat(failures).hasSize(8).allMatch(failure -> failure.contains("a training on GPU"));
        assertThat(failures).anyMatch(failure -> failure.contains("GPU 0 needs an engine that sees it"));
        assertThat(failures).anyMatch(failure -> failure.contains("GPU 1 needs an engine that sees it"));
    }
}
