package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sweep that runs for hours with a setting that was misread is the failure that these tests prevent. */
class BadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    training.epoch = 10                                | training.epoch             | training.epochs
                    training.epochs = 1e-3                             | training.epochs            | 1e-3
                    training.epochs = soon                             | training.epochs            | soon
                    training.learning-rate = -1                        | training.learning-rate     | positive
                    problem.kind = linear-decoy                        | problem.kind               | linear-decay
                    problem.stifness = 2                               | problem.stifness           | problem.stiffness
                    loss.weighting = harmonic                          | loss.weighting             | plain, jacobian
                    sweep.grid.problem.stiffness = []                  | problem.stiffness          | got none
                    sweep.grid.problem.viscosity = [1]                 | problem.viscosity          | linear-decay
                    sweep.zip { problem.stiffness = [1, 2], network.width = [4] } | zip             | 2
                    sweep.replicates = 0                               | replicates                 | 0
                    training { epochs = 3                              | syntax                     | HOCON
                    """)
    void aFaultIsReportedWithItsPlaceBeforeAnythingIsMade(String line, String key, String part) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.conf"), "name = bad\n" + line + "\n");
        Path out = folder.resolve("results");

        Ended run = Ended.after("run", file.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsPattern("bad\\.conf:\\d+: ").contains(key, part);
        assertThat(out).doesNotExist();
    }

    @Test
    void everyFaultOfAFileIsReportedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.conf"), """
                name = bad
                training.epochs = none
                network.width = 0
                measure.hesian = true
                """);

        Ended plan = Ended.after("plan", file.toString());

        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.err().lines()).hasSize(3);
        assertThat(plan.err()).contains("bad.conf:2: ", "bad.conf:3: ", "bad.conf:4: ");
    }

    @Test
    void anUnknownMasterIsRefusedBeforeTheFolderIsMade() throws IOException {
        Path file = Files.writeString(folder.resolve("good.conf"), "name = good\n");
        Path out = folder.resolve("out");

        Ended run = Ended.after("run", file.toString(), "--out", out.toString(), "--master", "sparky://here");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--master", "local[N]", "sparky://here");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFaultOfTheCommandLineNamesItsOverride() throws IOException {
        Path file = Files.writeString(folder.resolve("good.conf"), "name = good\n");

        Ended plan = Ended.after("plan", file.toString(), "--set", "training.epochs=0");

        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.err()).contains("--set", "training.epochs", "but got 0");
    }

    @Test
    void aResultFolderBelowAFileIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("good.conf"), "name = good\n");
        Path below = file.resolve("results");

        Ended run = Ended.after("run", file.toString(), "--out", below.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(below.toString(), "must be readable and writable", "the same command again");
    }

    @Test
    void aMissingFileIsNamed() {
        Ended run = Ended.after("run", folder.resolve("absent.conf").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("absent.conf");
    }
}
