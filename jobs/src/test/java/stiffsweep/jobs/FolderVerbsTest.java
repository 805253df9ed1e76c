package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FolderVerbsTest {

    @ParameterizedTest
    @MethodSource("verbsOverAFolder")
    void anEmptyFolderIsRefusedInOneSentence(String verb, String[] rest, @TempDir Path folder) {
        String[] arguments = Stream.concat(Stream.of(verb, folder.toString()), Stream.of(rest))
                .toArray(String[]::new);

        Ended ended = Ended.after(arguments);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains(folder.toString(), "must hold", "./sweep run");
        assertThat(folder).isEmptyDirectory();
    }

    static Stream<Arguments> verbsOverAFolder() {
        return Stream.of(
                Arguments.of("status", new String[] {}),
                Arguments.of("sql", new String[] {"select 1"}),
                Arguments.of("fit", new String[] {"--x", "stiffness", "--y", "error_mse"}),
                Arguments.of("importance", new String[] {}),
                Arguments.of("best", new String[] {}),
                Arguments.of("compare", new String[] {"--on", "weighting"}),
                Arguments.of("cost", new String[] {"--reach", "1e-6"}),
                Arguments.of("report", new String[] {}),
                Arguments.of("serve", new String[] {}),
                Arguments.of("rerun", new String[] {"--trial", "00"}),
                Arguments.of("export", new String[] {"--best", "error_mse", "--to", "best"}));
    }
}
