package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
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
            Dual given = problem.residual("equation", samples).jacobian();
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
            Samples carrying = samples.with(
                    "y", new Jet(moving, samples.y().derivatives(), samples.y().secondDerivatives()));
            assertThat(DerivedJacobian.of(new Oscillator(), "equation", carrying))
                    .isNull();
        }
    }

    @Test
    void refusesAResidualOfAnAnsatzAlone() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = samples(tensors).with("f", samples(tensors).y());

            assertThatThrownBy(() -> DerivedJacobian.of(new OfItsTerm(), "equation", samples))
                    .hasMessageContaining("[y]")
                    .hasMessageContaining("the residual equation of of-its-term");
        }
    }

    private static double[] derived(Problem problem, Samples samples) {
        Dual jacobian = DerivedJacobian.of(problem, "equation", samples);
        assertThat(jacobian).isNotNull();
        return Tensors.values(jacobian.value());
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static Samples samples(Tensors tensors) {
        Jet y = new Jet(column(Y, tensors), List.of(column(SLOPES, tensors)), List.of(column(X, tensors)));
        Dual stiffness = Dual.constant(tensors.of(new double[] {7}, 1, 1, 1));
        return new Samples(column(X, tensors), Map.of("y", y), null, Map.of("stiffness", stiffness));
    }

    private static Dual column(double[] values, Tensors tensors) {
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }

    /** Van der Pol's oscillator. */
    private static final class Oscillator implements Problem {

        @Override
        public ProblemDeclaration declaration() {
            return InitialValueProblem.declaration("oscillator", "y'' = C (1 - y^2) y' - y", "test");
        }

        @Override
        public int derivativeOrder() {
            return 2;
        }

        @Override
        public Residual residual(String term, Samples samples) {
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
                    .equation("equation", "residual", 1, "the equation holds")
                    .fields("y")
                    .terms("f")
                    .build();
        }

        @Override
        public Residual residual(String term, Samples samples) {
            Jet growth = samples.field("f");
            return Residual.of(growth.derivative().minus(growth.value()));
        }
    }
}
