package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The non-stiff solver behind the same question: an oscillation over many periods, and its failures. */
class DormandPrinceSolverTest {

    private static final Tolerances TOLERANCES = new Tolerances(1e-12, 1e-12);

    /** {@code x'' = -x}: a hundred periods; errors of 1e-12 a step add up over about a thousand steps. */
    @Test
    void followsAnOscillationOverAHundredPeriods() {
        double[] times = {0, Math.PI / 2, 20 * Math.PI, 200 * Math.PI};

        Solution solved = new DormandPrinceSolver(TOLERANCES).solve(new Oscillator(), 0, new double[] {1, 0}, times);

        for (int i = 0; i < times.length; i++) {
            assertThat(solved.state(i)[0]).isCloseTo(Math.cos(times[i]), within(1e-9));
            assertThat(solved.state(i)[1]).isCloseTo(-Math.sin(times[i]), within(1e-9));
        }
        assertThat(solved.work().jacobians()).isZero();
    }

    @Test
    void endsWhenTheBudgetIsSpent() {
        UnsolvedException failure = failure(new Oscillator(), 50, new double[] {1, 0}, 1e4);

        assertThat(failure.reason()).isEqualTo(UnsolvedException.Reason.STEP_BUDGET);
        assertThat(failure).hasMessageContaining("a solve must end within 50 steps");
    }

    @Test
    void endsWhereASlopeIsNotFinite() {
        OdeSystem system = StiffProblem.scalar((t, y) -> t > 0.5 ? Double.NaN : -y, (t, y) -> -1.0);

        UnsolvedException failure = failure(system, 1000, new double[] {1}, 1);

        assertThat(failure.reason()).isEqualTo(UnsolvedException.Reason.NOT_FINITE);
        assertThat(failure.time()).isBetween(0.5, 1.0);
    }

    /** {@code y' = y^2, y(0) = 1} ends at t = 1. */
    @Test
    void doesNotPassTheEndOfASolution() {
        OdeSystem system = StiffProblem.scalar((t, y) -> y * y, (t, y) -> 2 * y);

        UnsolvedException failure = failure(system, 100_000, new double[] {1}, 2);

        assertThat(failure.reason()).isNotEqualTo(UnsolvedException.Reason.STEP_BUDGET);
    }

    private static UnsolvedException failure(OdeSystem system, int mostSteps, double[] initial, double end) {
        return catchThrowableOfType(
                UnsolvedException.class,
                () -> new DormandPrinceSolver(TOLERANCES, mostSteps).solve(system, 0, initial, new double[] {end}));
    }

    private record Oscillator() implements OdeSystem {

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void rightHandSide(double time, double[] state, double[] slope) {
            slope[0] = state[1];
            slope[1] = -state[0];
        }
    }
}
