package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /** In a process of its own, which none of them may end. */
    @Test
    void whatATrialDoesToItsProcessIsARowWithItsReason() throws Exception {
        String file = Files.writeString(folder.resolve("faulty.conf"), SWEEP).toString();
        String out = folder.resolve("results").toString();

        Ended ended = Ended.inAnotherProcess(
                folder,
                List.of(),
                Map.of(),
                "run",
                file,
                "--jars",
                FaultyProblem.jar(folder).toString(),
                "--out",
                out,
                "--master",
                "local[1]",
                "--set",
                "sweep.grid.problem.fault=[0, 6, 7, 9, 10]");

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.TOO_MANY_FAILED);
        assertThat(failures(out))
                .satisfiesExactly(
                        none -> assertThat(none).isEqualTo("COMPLETED,"),
                        overflow -> assertThat(overflow)
                                .startsWith("FAILED,")
                                .contains("StackOverflowError in own.Faulty.residual", "calls itself without end"),
                        heap -> assertThat(heap)
                                .startsWith("FAILED,")
                                .contains("must fit into memory", "OutOfMemoryError", "in own.Faulty.residual"),
                        order -> assertThat(order)
                                .startsWith("FAILED,")
                                .contains("derivativeOrder() return 2", "in own.Faulty.residual"),
                        result -> assertThat(result)
                                .startsWith("FAILED,")
                                .contains("results() of faulty gives null for [found]", "leave out"));
    }

    @Test
    void aTrialThatCallsExitEndsTheRunWithOneAndNotForEver() throws Exception {
        String file = Files.writeString(folder.resolve("faulty.conf"), SWEEP).toString();
        String out = folder.resolve("results").toString();
        String[] command = {
            "run",
            file,
            "--jars",
            FaultyProblem.jar(folder).toString(),
            "--out",
            out,
            "--master",
            "local[1]",
            "--set",
            "sweep.grid.problem.fault=[0, 8]"
        };

        Ended together = Ended.inAnotherProcess(folder, List.of(), Map.of(), command);
        assertThat(together.exitCode()).as(together.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(together.err()).contains("System.exit in own.Faulty.residual", "trains alone");

        Ended alone = Ended.inAnotherProcess(folder, List.of(), Map.of(), command);
        assertThat(alone.exitCode()).as(alone.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(failures(out))
                .anySatisfy(failure ->
                        assertThat(failure).startsWith("FAILED,").contains("System.exit in own.Faulty.residual"));

        Ended rest = Ended.after(command);
        assertThat(rest.exitCode()).as(rest.err()).isEqualTo(ExitCode.TOO_MANY_FAILED);
        assertThat(failures(out)).hasSize(2).first().isEqualTo("COMPLETED,");
    }

    @Test
    void aTrialThatCallsExitInTheMeasurementOfStacksEndsNoRunForEver() throws Exception {
        String file = Files.writeString(folder.resolve("faulty.conf"), SWEEP).toString();
        String out = folder.resolve("results").toString();
        String[] command = {
            "run",
            file,
            "--jars",
            FaultyProblem.jar(folder).toString(),
            "--out",
            out,
            "--master",
            "local[1]",
            "--set",
            "sweep.grid.problem.fault=[8]",
            "--set",
            "sweep.replicates=3",
            "--set",
            "training { stack = auto, epochs = 600 }"
        };

        Ended measured = Ended.inAnotherProcess(folder, List.of(), Map.of(), command);
        assertThat(measured.exitCode()).as(measured.err()).isEqualTo(ExitCode.INTERNAL_ERROR);

        assertThat(Path.of(out, "attempts"))
                .isDirectoryContaining(mark -> mark.toString().endsWith(".alone"));

        // The two others end the process together, if they come first, and then each alone.
        for (int again = 0; again < 2; again++) {
            Ended trained = Ended.inAnotherProcess(folder, List.of(), Map.of(), command);
            assertThat(trained.exitCode()).as(trained.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        }
        assertThat(failures(out))
                .anySatisfy(failure ->
                        assertThat(failure).startsWith("FAILED,").contains("System.exit in own.Faulty.residual"));
    }

    @Test
    void aTrialThatCallsExitInAPlanIsASentence() throws Exception {
        String file = Files.writeString(folder.resolve("faulty.conf"), SWEEP).toString();

        Ended plan = Ended.inAnotherProcess(
                folder,
                List.of(),
                Map.of(),
                "plan",
                file,
                "--jars",
                FaultyProblem.jar(folder).toString(),
                "--set",
                "sweep.grid.problem.fault=[8]");

        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(plan.err()).contains("a trial must not end the process, but got System.exit in own.Faulty.residual");
    }

    private static List<String> failures(String out) {
        return Ended.after("sql", out, "select outcome, failure from trials order by fault", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .toList();
    }

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
