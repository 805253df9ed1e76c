package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long training goes on from where it was, after a crash and to more epochs. */
class ResumedRunTest {

    private static final String SWEEP = """
            name = long
            problem  { kind = linear-decay, stiffness = 4 }
            points   { residual { count = 20 } }
            network  { widths = "6-5" }
            training { epochs = 4000, learning-rate = 1e-3, stop-below = 0, stack = 2 }
            measure  { curve-every = 300, hessian-iterations = 10 }
            sweep    { replicates = 3 }
            """;

    /** Points that are drawn anew, some of them in each epoch. */
    private static final String REDRAWN = """
            name = redrawn
            problem  { kind = convection, speed = 2 }
            points   { interior { count = 30, redraw = 1, validation = 20 }, initial { count = 8, redraw = 250 } }
            loss     { weighting = plain }
            network  { widths = "6-5" }
            training { epochs = 4000, learning-rate = 1e-3, stop-below = 0, stack = 2 }
            measure  { curve-every = 300, hessian-iterations = 10 }
            sweep    { replicates = 3 }
            """;

    private static final String NUMBERS =
            "select trial_id, outcome, epochs, columns('^(loss|error|hessian).*')" + " from trials order by trial_id";
    private static final String CURVES = "select * from curves order by trial_id, epoch";

    @TempDir
    private Path folder;

    private Path conf;

    @BeforeEach
    void writeTheSweep() throws IOException {
        conf = Files.writeString(folder.resolve("long.conf"), SWEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {SWEEP, REDRAWN})
    void afterKillNineItGoesOnFromItsStateWithTheSameBits(String sweep) throws Exception {
        Files.writeString(conf, sweep);
        Path killed = folder.resolve("killed");
        killAtTheFirstState(killed);
        assertThat(Ended.after("status", killed.toString()).out())
                .contains("KILLED", "the same command continues")
                .doesNotContain("RUNNING", "time left");

        run(killed);
        run(folder.resolve("whole"));

        assertThat(answer(killed, "select count(*) > 0 from trials where epochs_resumed between 1 and 3999"))
                .endsWith("true\n");
        assertThat(answer(killed, NUMBERS)).isEqualTo(answer(folder.resolve("whole"), NUMBERS));
        assertThat(answer(killed, CURVES)).isEqualTo(answer(folder.resolve("whole"), CURVES));
        assertThat(killed.resolve("states")).isEmptyDirectory();
    }

    @Test
    void moreEpochsGoOnFromTheEndsThatWereKept() throws IOException {
        Path few = folder.resolve("few");
        run(few, "training.epochs=500", "store.checkpoints=all");
        assertThat(few.resolve("states")).isDirectoryContaining("glob:**.state");

        Ended refused = Ended.after("run", conf.toString(), "--out", few.toString());
        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(refused.err()).contains("training.epochs").contains("--fork");

        Path more = folder.resolve("more");
        Ended forked = Ended.after("run", conf.toString(), "--out", few.toString(), "--fork", more.toString());
        assertThat(forked.exitCode()).as(forked.err()).isZero();
        run(folder.resolve("whole"));

        assertThat(answer(more, "select distinct epochs_resumed from trials")).endsWith("500\n");
        assertThat(answer(more, NUMBERS)).isEqualTo(answer(folder.resolve("whole"), NUMBERS));
        assertThat(answer(more, CURVES)).isEqualTo(answer(folder.resolve("whole"), CURVES));
    }

    @Test
    void aStateOfAnotherVersionIsAWarningAndNoMore() throws Exception {
        Path out = folder.resolve("killed");
        killAtTheFirstState(out);
        for (Path state : states(out)) {
            Files.writeString(state, "0000000\nbytes of another version");
        }

        Ended ended = run(out);

        assertThat(ended.err()).containsOnlyOnce("trainings that version 0000000 has begun begin anew");
        assertThat(answer(out, "select distinct epochs_resumed from trials")).endsWith("0\n");
    }

    private void killAtTheFirstState(Path out) throws IOException, InterruptedException {
        Path terminal = folder.resolve("killed.txt");
        Process process = Ended.process(
                        List.of(),
                        "run",
                        conf.toString(),
                        "--out",
                        out.toString(),
                        "--master",
                        "local[1]",
                        "--set",
                        "training.checkpoint-every=1e-4")
                .redirectErrorStream(true)
                .redirectOutput(terminal.toFile())
                .start();
        try (Arrivals arrivals = Arrivals.in(out.resolve("states"))) {
            arrivals.await(2, terminal);
        }
        process.destroyForcibly().waitFor();
    }

    private static List<Path> states(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("states"))) {
            return files.toList();
        }
    }

    private Ended run(Path out, String... overrides) {
        List<String> command =
                new ArrayList<>(List.of("run", conf.toString(), "--out", out.toString(), "--master", "local[1]"));
        for (String override : overrides) {
            command.addAll(List.of("--set", override));
        }
        Ended ended = Ended.after(command.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended;
    }

    private static String answer(Path out, String query) {
        Ended answer = Ended.after("sql", out.toString(), query, "--format", "csv");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out();
    }
}
