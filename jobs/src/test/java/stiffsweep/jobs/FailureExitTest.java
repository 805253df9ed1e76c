package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failed trials are rows, and what the command ends with is for the sweep file to say. */
class FailureExitTest {

    private static final String SWEEP = """
            name = faulty
            problem  { kind = faulty }
            network  { width = 4, depth = 2 }
            training { epochs = 20, stack = 2 }
            measure  { hessian = false }
            failure  { tolerate = 25% }
            sweep.grid.problem.fault = [0, 0.5, 1, 2]
            """;

    @TempDir
    private Path folder;

    @Test
    void isThreeWithinWhatIsToleratedAndFourBeyond() throws IOException {
        String file = Files.writeString(folder.resolve("faulty.conf"), SWEEP).toString();
        String jar = FaultyProblem.jar(folder).toString();
        String out = folder.resolve("results").toString();

        Ended within = Ended.after("run", file, "--jars", jar, "--out", out, "--master", "local[1]");
        assertThat(within.exitCode()).as(within.err()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(within.err()).contains("1 of 4 trials failed (failure.tolerate = 25 %)");

        // The rows are there, so nothing is trained: what is tolerated is no part of the question.
        Ended beyond = Ended.after(
                "run", file, "--jars", jar, "--out", out, "--master", "local[1]", "--set", "failure.tolerate=20%");
        assertThat(beyond.exitCode()).as(beyond.err()).isEqualTo(ExitCode.TOO_MANY_FAILED);
        assertThat(Ended.after("sql", out, "select outcome from trials order by fault", "--format", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .containsExactly("COMPLETED", "COMPLETED", "FAILED", "DIVERGED");
    }
}
