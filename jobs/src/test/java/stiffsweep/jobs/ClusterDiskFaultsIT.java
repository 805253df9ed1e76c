package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static stiffsweep.jobs.ClusterSweep.exitCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of 60 trials on a real cluster of a master and two workers, and what a disk may do to them. */
class ClusterDiskFaultsIT {

    private static final String SWEEP = """
            name = disk
            network  { width = 8, depth = 2 }
            points   { residual { count = 50 } }
            training { epochs = 200, stop-below = 0, stack = 2 }
            measure  { hessian = false }
            sweep.grid.problem.stiffness = { linspace = [1, 30], count = 30 }
            sweep.replicates = 2
            """;

    @TempDir
    private Path root;

    private ClusterSweep sweep;

    @BeforeEach
    void startACluster() throws IOException, InterruptedException {
        sweep = ClusterSweep.start(root, SWEEP);
    }

    @AfterEach
    void stopTheCluster() throws IOException, InterruptedException {
        sweep.cluster().stop();
    }

    @Test
    void aDiskThatIsFullEndsTheRunAndWithRoomTheSameCommandFinishes() throws Exception {
        Path disk = Files.createDirectory(root.resolve("disk"));
        assumeTrue(
                isDone("mount", "-t", "tmpfs", "-o", "size=4m", "stiffsweep-test", disk.toString()),
                "a file system may be mounted here");
        try {
            Path filler = Files.write(disk.resolve("filler"), new byte[3_600_000]);
            ClusterSweep onDisk = sweep.into(disk.resolve("results"));

            assertThat(exitCode(onDisk.run())).isEqualTo(ExitCode.INTERNAL_ERROR);
            assertThat(sweep.terminal()).content().contains("No space left on device");
            List<String> early = onDisk.rows("trial_id, started_at");
            assertThat(early).hasSizeBetween(2, 58);

            Files.delete(filler);
            assertThat(exitCode(onDisk.run())).isZero();
            onDisk.assertSixtyRows();
            assertThat(onDisk.rows("trial_id, started_at")).containsAll(early);
        } finally {
            isDone("umount", "--lazy", disk.toString());
        }
    }

    @Test
    void aFolderBelowARegularFileIsRefusedBeforeAnyTraining() throws Exception {
        Path below = sweep.file().resolve("results");

        assertThat(exitCode(sweep.into(below).run())).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(sweep.terminal()).content().contains(below + ": a result folder must be readable and writable");
        // A worker makes a folder in it for each application that it works for.
        assertThat(root.resolve("cluster/work-1")).isEmptyDirectory();
    }

    @Test
    void aFileThatIsTruncatedIsSetAsideAndItsTrialsRunAgain() throws Exception {
        assertThat(exitCode(sweep.run())).isZero();
        Path file = aTrialsFile();
        List<String> damaged = sweep.rows("trial_id, started_at from '" + file + "'");
        List<String> others = new ArrayList<>(sweep.rows("trial_id, started_at"));
        others.removeAll(damaged);
        assertThat(others).hasSize(58);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(exitCode(sweep.run())).isZero();
        sweep.assertSixtyRows();
        assertThat(sweep.rows("trial_id, started_at")).containsAll(others).doesNotContainAnyElementsOf(damaged);
        assertThat(sweep.terminal()).content().contains(file.toString(), "its trials run again");
        assertThat(sweep.out().resolve("attempts/trials"))
                .isDirectoryContaining("glob:**/" + file.getFileName() + ".*.damaged");
    }

    @Test
    void filesThatFailTheFirstTimeArePublishedOnceEach() throws Exception {
        String location = FlakyStore.SCHEME + "://" + sweep.out();

        Process run = sweep.submit(
                location,
                "--jars",
                FlakyStore.jar(root).toString(),
                "--conf",
                FlakyStore.SETTING,
                // Where the copy of this machine lies.
                "--driver-java-options",
                "-Djava.io.tmpdir=" + Files.createDirectory(root.resolve("copies")));

        assertThat(exitCode(run)).as(Files.readString(sweep.terminal())).isZero();
        sweep.assertSixtyRows();
        assertThat(sweep.rows("count(*) > 0 and count(*) = count(distinct (trial_id, epoch)) from curves"))
                .containsExactly("true");
        assertThat(sweep.out().resolve("failures").toFile().list()).hasSizeGreaterThan(15);
    }

    private Path aTrialsFile() throws IOException {
        try (Stream<Path> files = Files.list(sweep.out().resolve("trials"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static boolean isDone(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
