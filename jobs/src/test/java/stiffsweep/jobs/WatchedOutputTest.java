package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script takes for the whole answer is the whole answer. */
class WatchedOutputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"problems", "--help", "sql DIR from(trials) --format csv", "status DIR --json"})
    void anOutputThatCannotBeWrittenIsAnError(String command) throws Exception {
        String results = OlderFolder.copyTo(folder.resolve("results")).toString();
        Path err = folder.resolve("err");
        Process process = Ended.process(
                        List.of(), command.replace("DIR", results).split(" "))
                .redirectOutput(new File("/dev/full"))
                .redirectError(err.toFile())
                .start();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err).content().contains("the output must have a place to go, but got: No space left on device");
    }

    @Test
    void aReaderThatHasHeardEnoughEndsTheCommandInSilence() throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "\"$@\" | exec true; echo ${PIPESTATUS[0]}", "bash"));
        command.addAll(Ended.process(List.of(), "problems").command());

        Ended ended = Ended.afterProcess(new ProcessBuilder(command), folder);

        assertThat(ended.out()).isEqualTo("0\n");
        assertThat(ended.err()).isEmpty();
    }
}
