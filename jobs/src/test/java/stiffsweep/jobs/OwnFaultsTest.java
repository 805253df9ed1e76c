package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a user's own formulas is said before any trial. */
class OwnFaultsTest {

    private static final String BURGERS = """
            package own;

            import stiffsweep.declare.ProblemDeclaration;
            import stiffsweep.formula.Residual;
            import stiffsweep.formula.Samples;
            import stiffsweep.problem.Problem;

            public final class Burgers implements Problem {

                @Override
                public ProblemDeclaration declaration() {
                    return ProblemDeclaration.of("burgers", "u_t + u u_x = 0", "test")
                            .input("t", 0, 1, 1, "1")
                            .input("x", -1, 1, 1, "1")
                            .box("interior", 100)
                            .equation("equation", "interior", 1, "the equation holds", Burgers::equation)
                            .fields("u")
                            .build();
                }

                private static Residual equation(Samples at) {
                    return Residual.of(at.field("u").along("t").plus(at.input("y")));
                }
            }
            """;

    private static final String SENTENCE =
            "own.Burgers, the term equation (Burgers.java:22): an input must be one of [t, x],"
                    + " but got y: declare it, or correct the name" + System.lineSeparator();

    @TempDir
    private Path folder;

    private String jar;
    private String file;

    @BeforeEach
    void makeTheJar() throws IOException {
        jar = OwnJar.of(Map.of("Burgers", BURGERS), List.of("Burgers"), folder.resolve("own.jar"))
                .toString();
        file = Files.writeString(folder.resolve("own.conf"), "name = own\nproblem.kind = burgers\n")
                .toString();
    }

    @Test
    void problemsPlanAndRunSayThemAndMakeNothing() {
        String out = folder.resolve("results").toString();
        String[][] verbs = {
            {"problems", "--jars", jar},
            {"plan", file, "--jars", jar, "--out", out},
            {"run", file, "--jars", jar, "--out", out, "--master", "local[1]"},
        };
        for (String[] verb : verbs) {
            Ended ended = Ended.after(verb);

            assertThat(ended.exitCode()).isEqualTo(ExitCode.INVALID);
            assertThat(ended.err()).isEqualTo(SENTENCE);
            assertThat(ended.out()).isEmpty();
        }
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void aSweepOfAnotherProblemOfTheJarIsNotHeldUp() {
        Ended plan = Ended.after("plan", file, "--jars", jar, "--set", "problem.kind=linear-decay", "--no-probe");

        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(ExitCode.OK);
        assertThat(plan.err()).isEmpty();
    }

    @Test
    void whereTheEngineDoesNotStartTheCheckIsLeftOutAndSaidOnce() throws Exception {
        Ended problems = Ended.inAnotherProcess(
                folder, List.of(), Map.of("DJL_CACHE_DIR", "/proc/stiffsweep-nowhere"), "problems", "--jars", jar);

        assertThat(problems.exitCode()).as(problems.err()).isEqualTo(ExitCode.OK);
        assertThat(problems.err())
                .containsOnlyOnce("warning: the formulas of the jars' problems are not checked, for the engine does not"
                        + " start here")
                .doesNotContain("\tat ");
        assertThat(problems.out()).contains("problem.kind = burgers");
    }
}
