package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
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

    private String out;
    private String[] sweep;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("results").toString();
        String file = Files.writeString(folder.resolve("faulty.conf"), SWEEP).toString();
        sweep = new String[] {file, "--jars", FaultyProblem.jar(folder).toString()};
    }

    /** In a process of its own, which none of them may end. */
    @Test
    void whatATrialDoesToItsProcessIsARowWithItsReason() throws Exception {
        Ended ended = inAnotherProcess(run("sweep.grid.problem.fault=[0, 6, 7, 9, 10]"));

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.TOO_MANY_FAILED);
        assertThat(failures())
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
                                .contains("give the input x the order 2 in the declaration", "in own.Faulty.residual"),
                        result -> assertThat(result)
                                .startsWith("FAILED,")
                                .contains("results() of faulty gives null for [found]", "leave out"));
    }

    @Test
    void aTrialThatCallsExitEndsTheRunWithOneAndNotForEver() throws Exception {
        String[] command = run("sweep.grid.problem.fault=[0, 8]");

        Ended together = inAnotherProcess(command);
        assertThat(together.exitCode()).as(together.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(together.err()).contains("System.exit in own.Faulty.residual", "trains alone");

        Ended alone = inAnotherProcess(command);
        assertThat(alone.exitCode()).as(alone.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(failures())
                .anySatisfy(failure ->
                        assertThat(failure).startsWith("FAILED,").contains("System.exit in own.Faulty.residual"));

        Ended rest = Ended.after(command);
        assertThat(rest.exitCode()).as(rest.err()).isEqualTo(ExitCode.TOO_MANY_FAILED);
        assertThat(failures()).hasSize(2).first().isEqualTo("COMPLETED,");
    }

    @Test
    void aTrialThatCallsExitInTheMeasurementOfStacksEndsNoRunForEver() throws Exception {
        String[] command =
                run("sweep.grid.problem.fault=[8]", "sweep.replicates=3", "training { stack = auto, epochs = 600 }");

        Ended measured = inAnotherProcess(command);
        assertThat(measured.exitCode()).as(measured.err()).isEqualTo(ExitCode.INTERNAL_ERROR);

        assertThat(Path.of(out, "attempts"))
                .isDirectoryContaining(mark -> mark.toString().endsWith(".alone"));

        // The two others end the process together, if they come first, and then each alone.
        for (int again = 0; again < 2; again++) {
            Ended trained = inAnotherProcess(command);
            assertThat(trained.exitCode()).as(trained.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        }
        assertThat(failures())
                .anySatisfy(failure ->
                        assertThat(failure).startsWith("FAILED,").contains("System.exit in own.Faulty.residual"));
    }

    @Test
    void aTrialThatCallsExitInAPlanIsASentence() throws Exception {
        Ended plan = inAnotherProcess(command(List.of("plan"), "sweep.grid.problem.fault=[8]"));

        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(plan.err()).contains("a trial must not end the process, but got System.exit in own.Faulty.residual");
    }

    private List<String> failures() {
        return Ended.after("sql", out, "select outcome, failure from trials order by fault", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void isThreeWithinWhatIsToleratedAndFourBeyond() {
        Ended within = Ended.after(run());
        assertThat(within.exitCode()).as(within.err()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(within.err()).contains("1 of 4 trials failed (failure.tolerate = 25 %)");

        // The rows are there, so nothing is trained: what is tolerated is no part of the question.
        Ended beyond = Ended.after(run("failure.tolerate=20%"));
        assertThat(beyond.exitCode()).as(beyond.err()).isEqualTo(ExitCode.TOO_MANY_FAILED);
        assertThat(Ended.after("sql", out, "select outcome from trials order by fault", "--format", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .containsExactly("COMPLETED", "COMPLETED", "FAILED", "DIVERGED");
    }

    private String[] run(String... settings) {
        return command(List.of("run", "--out", out, "--master", "local[1]"), settings);
    }

    /** A verb over the sweep, with some of its settings overridden. */
    private String[] command(List<String> verb, String... settings) {
        List<String> command = new ArrayList<>(verb);
        command.addAll(List.of(sweep));
        for (String setting : settings) {
            command.addAll(List.of("--set", setting));
        }
        return command.toArray(String[]::new);
    }

    private Ended inAnotherProcess(String... command) throws IOException, InterruptedException {
        return Ended.inAnotherProcess(folder, List.of(), Map.of(), command);
    }
}
