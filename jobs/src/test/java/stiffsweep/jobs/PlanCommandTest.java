package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    @TempDir
    private Path folder;

    private String file = "";
    private String out = "";

    @BeforeEach
    void writeASweepOfTwelveTrials() throws IOException {
        file = Files.writeString(folder.resolve("planned.conf"), """
                        name = planned
                        training.stack = 4
                        sweep {
                          grid { problem.stiffness = [1, 10, 100], loss.weighting = [plain, jacobian] }
                          replicates = 2
                        }
                        """).toString();
        out = folder.resolve("results").toString();
    }

    @Test
    void countsTrialsPointsShapesAndStacksAsJson() {
        Config plan = json(Ended.after("plan", file, "--no-probe", "--out", out, "--json"));

        assertThat(plan.getInt("trials")).isEqualTo(12);
        assertThat(plan.getInt("points")).isEqualTo(6);
        assertThat(plan.getInt("replicates")).isEqualTo(2);
        assertThat(plan.getInt("done")).isZero();
        assertThat(plan.getInt("missing")).isEqualTo(12);
        // One for each weighting, each with 6 trials in stacks of at most 4.
        assertThat(plan.getInt("shapes")).isEqualTo(2);
        assertThat(plan.getInt("stacks")).isEqualTo(4);
        assertThat(plan.getStringList("axes")).containsExactly("loss.weighting", "problem.stiffness");
        assertThat(plan.getConfigList("first")).hasSize(10);
    }

    @Test
    void saysHowManyTrainingsAreBegun() throws IOException {
        Config before = json(Ended.after("plan", file, "--no-probe", "--out", out, "--json"));
        String trial = before.getConfigList("first").get(0).getString("trial_id");
        Path states = Files.createDirectories(Path.of(out).resolve("states"));
        Files.copy(Path.of(file), Path.of(out).resolve("sweep.conf"));
        Files.writeString(states.resolve("0123456789abcdef-" + trial + ".state"), "");
        Files.writeString(
                states.resolve("0123456789abcdef-0123456789abcdef.state"), "of a trial that is not asked for");

        Ended plan = Ended.after("plan", file, "--no-probe", "--out", out);

        assertThat(plan.out()).as(plan.err()).contains("less, for an earlier run has begun 1 of them");
    }

    @Test
    void twiceTheEpochsTakeTwiceAsLong() {
        double once = seconds("training.epochs=1000");
        double twice = seconds("training.epochs=2000");

        assertThat(twice).isPositive().isCloseTo(2 * once, within(1e-9 * once));
    }

    @Test
    void anAxisCanBeOverriddenFromTheCommandLine() {
        Ended plan = Ended.after(
                "plan", file, "--set", "sweep.grid.problem.stiffness=[5]", "--no-probe", "--out", out, "--json");

        assertThat(json(plan).getInt("trials")).isEqualTo(4);
    }

    @Test
    void saysTheSameInWordsAndMakesNoFolder() {
        Ended plan = Ended.after("plan", file, "--no-probe", "--out", out);

        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out())
                .contains("planned", "12 (6 points x 2 replicates)", "stacks: 4, shapes: 2", "problem.stiffness");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void saysThatTheTimeIsGuessedWhereNothingWasTrained() {
        Ended plan = Ended.after("plan", file, "--no-probe", "--out", out);

        assertThat(plan.out()).containsPattern("Time: +about .* cores, between .* and .*, from an assumed rate");
    }

    @Test
    void trainsForAMomentToSayHowLongTheSweepTakesAndKeepsNothingOfIt() {
        Config plan = json(Ended.after(
                "plan",
                file,
                "--set",
                "training.epochs=20",
                "--set",
                "network { width = 4, depth = 1 }",
                "--set",
                "measure.hessian=false",
                "--out",
                out,
                "--json"));

        assertThat(plan.getString("basis")).isEqualTo("a short training");
        assertThat(plan.getDouble("seconds"))
                .isBetween(plan.getDouble("least_seconds"), plan.getDouble("most_seconds"));
        assertThat(Path.of(out)).doesNotExist();
    }

    private double seconds(String override) {
        return json(Ended.after("plan", file, "--no-probe", "--set", override, "--out", out, "--json"))
                .getDouble("training_seconds");
    }

    private static Config json(Ended plan) {
        assertThat(plan.exitCode()).isZero();
        return ConfigFactory.parseString(plan.out());
    }
}
