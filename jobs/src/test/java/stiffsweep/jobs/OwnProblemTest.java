package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The problems of docs/adding-a-problem.md and docs/fields-and-networks.md, from the text of the pages to rows. */
class OwnProblemTest {

    private static final String SWEEP = """
            name = own
            network  { width = 4, depth = 2 }
            points   { residual { count = 16 } }
            training { epochs = 20, learning-rate = 1e-3 }
            measure  { curve-every = 10, hessian-iterations = 5 }
            sweep.blocks = [
              { grid { problem { kind = [logistic-growth, known-growth], rate = [1, 2] }, loss.weighting = [plain, jacobian] } }
              { grid { problem.kind = [two-rates] } }
              { grid { problem.kind = [my-burgers], loss.conditions = [soft, hard], SOLVED } }
              { grid { problem.kind = [my-troesch, predator-prey], SOLVED } }
              { grid { problem.kind = [free-flight], loss.formulation = [direct, micro-macro], loss.weighting = [plain] } }
            ]
            """.replace("SOLVED", """
            loss.weighting = [plain]
            network { width = [8], precision = [float64], activation = [tanh], input = [linear] }
            training { optimizer = [levenberg-marquardt], epochs = [30] }
            """);

    private static final String FIELDS = "select field, count(*) from solutions group by all";

    @TempDir
    private static Path folder;

    private static String jar = "";
    private static String file = "";

    @BeforeAll
    static void makeTheJarOfThePages() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String page : List.of("adding-a-problem.md", "fields-and-networks.md")) {
            sources.putAll(OwnJar.classesOf(Path.of("..", "docs", page)));
        }
        jar = OwnJar.of(sources, List.copyOf(sources.keySet()), folder.resolve("own.jar"))
                .toString();
        file = Files.writeString(folder.resolve("own.conf"), SWEEP).toString();
    }

    @Test
    void areListedAndPlannedBesideTheBuiltInOnes() {
        assertThat(Ended.after("problems", "--jars", jar).out())
                .contains("problem.kind = logistic-growth", "problem.kind = linear-decay")
                .contains("problem.rate = 1.0", "Result column saturation");
        assertThat(Ended.after("plan", file, "--jars", jar).out()).contains("Trials:   15 ");
        Ended without = Ended.after("plan", file);
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .contains("own.conf:7: sweep.blocks[0].grid.problem.kind: ", "--jars", "logistic-growth")
                .doesNotContain("did you mean");
    }

    @Test
    void runFromTheirJarInAProcessOfItsOwn() throws Exception {
        String out = folder.resolve("results").toString();

        Ended run = Ended.inAnotherProcess(
                folder, List.of(), Map.of(), "run", file, "--jars", jar, "--out", out, "--master", "local[2]");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(rows(out, "distinct problem, weighting, outcome, error_mse is null, hessian_lambda_max is null"))
                .containsExactly(
                        "free-flight,plain,COMPLETED,false,false",
                        "known-growth,jacobian,COMPLETED,false,false",
                        "known-growth,plain,COMPLETED,false,false",
                        "logistic-growth,jacobian,COMPLETED,true,true",
                        "logistic-growth,plain,COMPLETED,true,false",
                        "my-burgers,plain,COMPLETED,false,false",
                        "my-troesch,plain,COMPLETED,false,false",
                        "predator-prey,plain,COMPLETED,false,false",
                        "two-rates,jacobian,COMPLETED,false,false");
        assertThat(rows(out, "distinct problem, error_relative_l2 < 1e-2"))
                .as("a truth that is not the equation's is far from what was learnt")
                .contains("my-burgers,true", "my-troesch,true", "predator-prey,true")
                .doesNotContain("my-burgers,false", "my-troesch,false", "predator-prey,false");
        assertThat(Ended.after("sql", out, FIELDS, "--format", "csv").out().lines())
                .as("a row for each point, and at each of 8 nodes where a field depends on the velocity")
                .contains("f,1848", "g,1848", "rho,462");
        assertThat(Ended.after("status", out, "--jars", jar).out()).contains("15 of 15");
        for (String[] verb : new String[][] {
            {"status", out},
            {"rerun", out, "--trial", "0"},
            {"export", out, "--best", "loss_total", "--to", folder.resolve("to").toString()},
        }) {
            Ended without = Ended.after(verb);
            assertThat(without.exitCode()).isEqualTo(2);
            assertThat(without.err().lines()).hasSize(1);
            assertThat(without.err()).contains(out, "the sweep's own problems", "add --jars " + jar);
        }
        assertThat(Ended.after("fit", out, "--x", "rate", "--y", "loss_total").exitCode())
                .isZero();
        assertThat(Ended.after("report", out).exitCode()).isZero();
    }

    @Test
    void reachTheExecutorsOfACluster() throws Exception {
        String out = folder.resolve("cluster").toString();
        Path home = folder.resolve("spark-home");
        Files.createDirectories(home.resolve("jars"));

        Ended run = Ended.inAnotherProcess(
                folder,
                List.of("-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path")),
                Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13"),
                "run",
                file,
                "--jars",
                jar,
                "--out",
                out,
                "--master",
                "local-cluster[1,1,1024]",
                "--set",
                "sweep.blocks=[{ grid { problem.kind = [known-growth] } }]");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(rows(out, "problem, outcome")).containsExactly("known-growth,COMPLETED");
    }

    @Test
    void aJarThatIsNotThereIsRefused() {
        Ended run = Ended.after("run", file, "--jars", jar + ",absent.jar");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--jars", "files that exist", "absent.jar");
    }

    @Test
    void aJarWithoutProblemsIsRefused() throws IOException {
        String empty = OwnJar.of(
                        Map.of("Nothing", "package own; public final class Nothing {}"),
                        List.of(),
                        folder.resolve("empty.jar"))
                .toString();

        Ended problems = Ended.after("problems", "--jars", empty);

        assertThat(problems.exitCode()).isEqualTo(2);
        assertThat(problems.err()).contains("META-INF/services/stiffsweep.problem.Problem", "empty.jar");
    }

    @Test
    void aClassThatIsNamedButNotInTheJarIsRefused() throws IOException {
        String hollow = OwnJar.of(
                        Map.of("Nothing", "package own; public final class Nothing {}"),
                        List.of("Absent"),
                        folder.resolve("hollow.jar"))
                .toString();

        Ended problems = Ended.after("problems", "--jars", hollow);

        assertThat(problems.exitCode()).isEqualTo(2);
        assertThat(problems.err()).contains("a problem must be", "own.Absent");
    }

    @Test
    void twoProblemsOfOneNameAreRefused() throws IOException {
        String source = OwnJar.classesOf(Path.of("..", "docs", "adding-a-problem.md"))
                .getOrDefault("LogisticGrowth", "")
                .replace("logistic-growth", "linear-decay");
        String same = OwnJar.of(Map.of("LogisticGrowth", source), List.of("LogisticGrowth"), folder.resolve("same.jar"))
                .toString();

        Ended problems = Ended.after("problems", "--jars", same);

        assertThat(problems.exitCode()).isEqualTo(2);
        assertThat(problems.err()).contains("linear-decay", "stiffsweep.problem.LinearDecay", "own.LogisticGrowth");
    }

    private static List<String> rows(String out, String columns) {
        Ended answer = Ended.after("sql", out, "select " + columns + " from trials order by all", "--format", "csv");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out().lines().skip(1).toList();
    }
}
