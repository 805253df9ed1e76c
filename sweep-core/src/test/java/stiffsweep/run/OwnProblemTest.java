package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.problem.BareQuadraticDecay;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/** A problem that only the thread's context class loader knows, as on an executor, and that gives no Jacobian. */
class OwnProblemTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void nameTheProblemAsAService(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Problem.class.getName()), BareQuadraticDecay.class.getName());
        URL[] urls = {folder.toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, before));
    }

    @AfterEach
    void forgetIt() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void isKnownWhereItsClassLoaderIs() {
        assertThat(Problems.all()).containsKey("bare-quadratic-decay");
        forgetIt();
        assertThat(Problems.all()).doesNotContainKey("bare-quadratic-decay");
    }

    /** So that what a problem keeps for its trials is kept. */
    @Test
    void isOneObjectForAllThatAskItsClassLoader() {
        assertThat(Problems.named("bare-quadratic-decay")).isSameAs(Problems.named("bare-quadratic-decay"));
    }

    @Test
    void trainsWithTheDerivedJacobianAsWithTheGivenOne() {
        TrialResult given = trained("quadratic-decay");
        TrialResult derived = trained("bare-quadratic-decay");
        for (String column : List.of("loss_total", "error_mse", "jacobian_max")) {
            double expected = given.measurements().getOrDefault(column, Double.NaN);
            assertThat(derived.measurements().get(column)).as(column).isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(derived.curve()).hasSameSizeAs(given.curve());
    }

    @Test
    void hasNoHessianOfALossThatTakesTheDerivedJacobian() {
        assertThat(trained("quadratic-decay").measurements()).containsKey("hessian_lambda_max");
        assertThat(trained("bare-quadratic-decay").measurements()).doesNotContainKey("hessian_lambda_max");
    }

    private static TrialResult trained(String problem) {
        Map<String, Object> changes = Map.of(
                "network.width", 8L, "network.depth", 2L, "network.precision", "float64", "measure.hessian", true);
        Trial trial = TestTrials.trial(problem, 1, changes);
        return new StackRunner()
                .run(new Stack(List.of(trial)), List.of(), (epoch, epochs, error) -> {})
                .get(0);
    }
}
