package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a folder reads the one that was written, whatever it is called. */
class OddPlacesTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~",
                "~root",
                " a b 'c' \"d\"",
                "%20 100% #;&<b>",
                "[1] a* b? {c,d} **",
                "${HOME} $HOME @x !",
                "a\nb\t",
                "-x",
                "größe c=1",
                "s.parquet",
                "a:b"
            })
    void everyVerbReadsWhatWasWritten(String name) throws Exception {
        Path folder = OlderFolder.copyTo(temporary.resolve(name).resolve("results"));
        String out = folder.toString();

        succeeded("run", folder.resolve("sweep.conf").toString(), "--out", out, "--master", "local[1]");

        assertThat(folder.resolve("report/report.html")).isNotEmptyFile();
        assertThat(succeeded("status", out)).contains("done       2 of 2", "FINISHED");
        assertThat(succeeded("plan", folder.resolve("sweep.conf").toString(), "--out", out))
                .contains("Done:     2 in " + out);
        assertThat(succeeded("sql", out, "select count(*) as n from solutions", "--format", "csv"))
                .doesNotContain("\n0\n");
    }

    @Test
    void aFolderThatIsCalledLikeTheHomeIsNotTheHome() throws Exception {
        OlderFolder.copyTo(temporary.resolve("~").resolve("res"));
        ProcessBuilder status = Ended.process(List.of(), "status", "./~/res").directory(temporary.toFile());
        status.environment()
                .put("HOME", Files.createDirectories(temporary.resolve("home")).toString());

        assertThat(Ended.afterProcess(status, temporary).out()).contains("done       2 of 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run,CONF,--out=~/res",
                "plan,CONF,--out=~",
                "run,CONF,--fork=~/res",
                "status,~/res",
                "sql,~/res,select 1",
                "report,~/res",
                "report,.,--out=~/res",
                "rerun,~/res,--trial,0",
                "export,.,--best,x,--to=~/res",
                "plan,~/a.conf",
                "plan,CONF,--jars=~/my.jar"
            })
    void aTildeThatTheShellHasLeftIsRefused(String command) throws Exception {
        Path file = Files.writeString(temporary.resolve("a.conf"), "name = a\n");

        Ended refused = Ended.after(command.replace("CONF", file.toString()).split(","));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("a path must not begin with ~", "$HOME", "./~");
        assertThat(Path.of("~")).doesNotExist();
    }

    @Test
    void aFolderThatNoReaderCanNameIsRefusedBeforeAnythingTrains() throws Exception {
        Path file = Files.writeString(temporary.resolve("a.conf"), "name = a\n");
        Path folder = temporary.resolve("a\\b").resolve("results");

        for (String verb : List.of("run", "plan")) {
            Ended refused = Ended.after(verb, file.toString(), "--out", folder.toString());
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("without \\", folder.toString());
        }
        assertThat(temporary.resolve("a\\b")).doesNotExist();

        OlderFolder.copyTo(folder);
        Ended status = Ended.after("status", folder.toString());
        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err()).contains("without \\", folder.toString());
    }

    private static String succeeded(String... arguments) {
        Ended ended = Ended.after(arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }
}
