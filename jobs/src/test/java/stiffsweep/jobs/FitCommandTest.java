package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {

    @TempDir
    private Path folder;

    @Test
    void endsWithItsOwnCodeWhereAnExponentIsNotTheExpectedOne() {
        Ended ended = fit("--expect", "1");

        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(ended.out()).startsWith("problem ");
        assertThat(ended.err()).contains("an exponent of 1 was expected, but got none with an interval");
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThat(fit("--range", "10").exitCode()).isEqualTo(2);
        assertThat(fit("--range", "10,1").err()).contains("FROM < TO", "10.0, 1.0");
        assertThat(fit("--range", "1,10").exitCode()).isZero();
    }

    @BeforeEach
    void copy() throws Exception {
        OlderFolder.copyTo(folder);
    }

    private Ended fit(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("fit", folder.toString(), "--x", "stiffness", "--y", "error_mse"));
        arguments.addAll(List.of(more));
        return Ended.after(arguments.toArray(String[]::new));
    }
}
