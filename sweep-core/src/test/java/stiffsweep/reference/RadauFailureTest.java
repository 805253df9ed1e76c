package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A solve that cannot be done says so, why, and where it was: it neither hangs nor returns numbers. */
class RadauFailureTest {

    private static final Tolerances TOLERANCES = new Tolerances(1e-8, 1e-8);

    @Test
    void endsWhenTheBudgetIsSpent() {
        UnsolvedException failure = failure(StiffProblem.VAN_DER_POL, 100, new double[] {2, 0}, 2);

        assertThat(failure.reason()).isEqualTo(UnsolvedException.Reason.STEP_BUDGET);
        assertThat(failure.time()).isBetween(0.0, 2.0);
        assertThat(failure)
                .hasMessageContaining("a solve must end within 100 steps")
                .hasMessageContaining("allow more");
    }

    @Test
    void solvesWithinABudgetThatIsJustEnough() {
        double[] end = {2};
        int enough = new RadauSolver(TOLERANCES)
                .solve(StiffProblem.VAN_DER_POL, 0, new double[] {2, 0}, end)
                .work()
                .steps();

        assertThat(new RadauSolver(TOLERANCES, enough)
                        .solve(StiffProblem.VAN_DER_POL, 0, new double[] {2, 0}, end)
                        .work()
                        .steps())
                .isEqualTo(enough);
        assertThat(failure(StiffProblem.VAN_DER_POL, enough - 1, new double[] {2, 0}, 2)
                        .reason())
                .isEqualTo(UnsolvedException.Reason.STEP_BUDGET);
    }

    @Test
    void refusesASlopeThatIsNotFiniteAtTheStart() {
        OdeSystem system = StiffProblem.scalar((t, y) -> Math.log(y - 1), (t, y) -> 1 / (y - 1));

        UnsolvedException failure = failure(system, 1000, new double[] {0.5}, 1);

        assertThat(failure.reason()).isEqualTo(UnsolvedException.Reason.NOT_FINITE);
        assertThat(failure.time()).isEqualTo(0);
        assertThat(failure).hasMessageStartingWith("t = 0.0: the right-hand side must be finite");
    }

    @Test
    void stopsWhereSlopesAreNotFiniteFromSomeTimeOn() {
        OdeSystem system = StiffProblem.scalar((t, y) -> t > 0.5 ? Double.NaN : -y, (t, y) -> -1.0);

        UnsolvedException failure = failure(system, 1000, new double[] {1}, 1);

        assertThat(failure.reason()).isEqualTo(UnsolvedException.Reason.NOT_FINITE);
        assertThat(failure.time()).isCloseTo(0.5, within(1e-9));
    }

    /** {@code y' = -sqrt(y), y(0) = 1} with {@code y = (1 - t/2)^2}: a stage below zero must cost a step, not the solve. */
    @Test
    void triesASmallerStepWhereAStageLeavesTheDomain() {
        int[] outside = {0};
        OdeSystem system = StiffProblem.scalar(
                (t, y) -> {
                    outside[0] += y < 0 ? 1 : 0;
                    return -Math.sqrt(y);
                },
                (t, y) -> -0.5 / Math.sqrt(y));

        double end = new RadauSolver(TOLERANCES)
                .solve(system, 0, new double[] {1}, new double[] {1.99999})
                .state(0)[0];

        assertThat(outside[0]).isPositive();
        assertThat(end).isNotNegative().isCloseTo(2.5e-11, within(1e-8));
    }

    @Test
    void refusesAJacobianThatIsNotFinite() {
        OdeSystem system = StiffProblem.scalar((t, y) -> -y, (t, y) -> Double.POSITIVE_INFINITY);

        UnsolvedException failure = failure(system, 1000, new double[] {1}, 1);

        assertThat(failure.reason()).isEqualTo(UnsolvedException.Reason.NOT_FINITE);
        assertThat(failure).hasMessageContaining("the Jacobian must be finite");
    }

    /** {@code y' = y^2, y(0) = 1} ends at t = 1. */
    @Test
    void saysWhereASolutionEnds() {
        OdeSystem system = StiffProblem.scalar((t, y) -> y * y, (t, y) -> 2 * y);

        UnsolvedException failure = failure(system, 100_000, new double[] {1}, 2);

        assertThat(failure.time()).isCloseTo(1, within(1e-6));
        assertThat(failure.reason()).isNotEqualTo(UnsolvedException.Reason.STEP_BUDGET);
    }

    private static UnsolvedException failure(OdeSystem system, int mostSteps, double[] initial, double end) {
        return catchThrowableOfType(
                UnsolvedException.class,
                () -> new RadauSolver(TOLERANCES, mostSteps).solve(system, 0, initial, new double[] {end}));
    }
}
