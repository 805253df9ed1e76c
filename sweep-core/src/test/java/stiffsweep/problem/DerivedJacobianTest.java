package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class DerivedJacobianTest {

    private static final double[] X = {0.1, 0.5, 1, 2};
    private static final double[] Y = {1, 0.3, -0.7, 2};
    private static final double[] SLOPES = {-3, 0, 0.5, 11};

    @ParameterizedTest
    @ValueSource(strings = {"linear-decay", "quadratic-decay", "forced-relaxation"})
    void isThatOfTheProblemUpToItsSign(String name) {
        Problem problem = Problems.named(name);
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = samples(tensors);
            Dual given = SamplesOfTruth.residual(problem, "equation", samples).jacobian();
            assertThat(given).isNotNull();
            double[] expected =
                    Tensors.values(given.value().broadcast(samples.x().value().getShape()));

            assertThat(derived(problem, samples)).containsExactly(negative(expected), within(1e-14));
        }
    }

    @Test
    void holdsTheSlopesOfANonlinearSecondOrderEquationFixed() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            // Of y'' + C (y^2 - 1) y' + y, it is 2 C y y' + 1.
            double[] derived = derived(new Oscillator(), samples(tensors));
            for (int i = 0; i < X.length; i++) {
                assertThat(derived[i]).isCloseTo(2 * 7 * Y[i] * SLOPES[i] + 1, within(1e-12));
            }
        }
    }

    @Test
    void leavesSamplesAloneThatCarryTangents() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = samples(tensors);
            Dual moving = Dual.of(samples.y().value().value(), samples.x().value());
            Samples carrying = samples.with("y", samples.y().withValue(moving));
            assertThat(derivedOrNull(new Oscillator(), carrying)).isNull();
        }
    }

    @Test
    void refusesAResidualOfAnAnsatzAlone() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = samples(tensors).with("f", samples(tensors).y());

            assertThatThrownBy(() -> derivedOrNull(new OfItsTerm(), samples))
                    .hasMessageContaining("[y]")
                    .hasMessageContaining("the residual equation of of-its-term");
        }
    }

    private static double[] derived(Problem problem, Samples samples) {
        Dual jacobian = derivedOrNull(problem, samples);
        assertThat(jacobian).isNotNull();
        return Tensors.values(jacobian.value());
    }

    private static @Nullable Dual derivedOrNull(Problem problem, Samples samples) {
        return DerivedJacobian.of(problem.declaration(), SamplesOfTruth.term(problem, "equation"), samples);
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static Samples samples(Tensors tensors) {
        Jet y = new Jet(
                Directions.alongOne("x", 2),
                column(Y, tensors),
                List.of(column(SLOPES, tensors)),
                List.of(column(X, tensors)));
        Dual stiffness = Dual.constant(tensors.of(new double[] {7}, 1, 1, 1));
        return Samples.onLine(column(X, tensors), Map.of("y", y), null, Map.of("stiffness", stiffness));
    }

    private static Dual column(double[] values, Tensors tensors) {
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }

    /** Van der Pol's oscillator. */
    private static final class Oscillator implements Problem {

        @Override
        public ProblemDeclaration declaration() {
            return ProblemDeclaration.of("oscillator", "y'' = C (1 - y^2) y' - y", "test")
                    .input("x", "1", 2)
                    .parameter("stiffness", 7, new Law.GreaterThan(0), "1", "The friction C.")
                    .interval("residual", "linear", 0, 1, 4, "x")
                    .equation("equation", "residual", 1, "the equation holds", Oscillator::equation)
                    .fields("y")
                    .build();
        }

        private static Residual equation(Samples samples) {
            Jet y = samples.y();
            Dual friction =
                    samples.parameter("stiffness").times(y.value().square().minus(1));
            return Residual.of(
                    y.secondDerivative().plus(friction.times(y.derivative())).plus(y.value()));
        }
    }

    /** A growth that is written in the term of its ansatz. */
    private static final class OfItsTerm implements Problem {

        @Override
        public ProblemDeclaration declaration() {
            return ProblemDeclaration.of("of-its-term", "f' = f, y = f", "test")
                    .interval("residual", "linear", 0, 1, 4, "x")
                    .equation("equation", "residual", 1, "the equation holds", OfItsTerm::equation)
                    .field("y", at -> at.field("f"))
                    .term("f", at -> at.function("growth"))
                    .coefficients("growth")
                    .build();
        }

        private static Residual equation(Samples samples) {
            Jet growth = samples.field("f");
            return Residual.of(growth.derivative().minus(growth.value()));
        }
    }
}
