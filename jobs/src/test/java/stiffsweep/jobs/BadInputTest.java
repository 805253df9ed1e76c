package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"sparky://here", "local[0]", "local[]", "local[-1]", "", "spark://"})
    void anUnknownMasterIsRefusedBeforeTheFolderIsMade(String master) throws IOException {
        Path file = Files.writeString(folder.resolve("good.conf"), "name = good\n");
        Path out = folder.resolve("out");

        Ended run = Ended.after("run", file.toString(), "--out", out.toString(), "--master", master);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--master", "local[N]", master);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export DIR --best error_mse --to FILE",
                "export DIR --best error_mse --to FILE/below",
                "report DIR --out FILE",
                "report DIR --out FILE/below",
                "plan DIR",
                "plan FILE --out FILE",
                "run DIR",
                "status FILE",
                "sql FILE select(1)",
                "report FILE",
                "fit FILE --x stiffness --y error_mse",
                "fit DIR --x nothing --y error_mse",
                "fit DIR --x problem --y error_mse",
                "rerun FILE --trial 00",
                "rerun DIR --trial /",
                "problems --jars DIR",
                "problems --jars FILE",
            })
    void aFileIsNoFolderAndAFolderIsNoFile(String command) throws Exception {
        String file = Files.writeString(folder.resolve("a.conf"), "name = a\n").toString();
        String results = OlderFolder.copyTo(folder.resolve("results")).toString();

        Ended refused = Ended.after(
                command.replace("DIR", results).replace("FILE", file).split(" "));

        assertThat(refused.exitCode()).as(refused.err()).isIn(1, 2, 6);
        assertThat(refused.err()).contains("but got").doesNotContain("internal error", "Exception:");
        assertThat(refused.err().lines()).hasSize(1);
    }

    @Test
    void aMissingFileIsNamed() {
        Ended run = Ended.after("run", folder.resolve("absent.conf").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("absent.conf");
    }
}
