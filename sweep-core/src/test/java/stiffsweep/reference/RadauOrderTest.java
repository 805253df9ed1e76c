package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The order of the method with fixed steps, and how the error of the solver follows its tolerance. */
class RadauOrderTest {

    /** {@code y' = y^2 cos t, y(0) = 1/2} with the solution {@code 1 / (2 - sin t)}. */
    private static final OdeSystem SMOOTH =
            StiffProblem.scalar((time, y) -> y * y * Math.cos(time), (time, y) -> 2 * y * Math.cos(time));

    private static double solution(double time) {
        return 1 / (2 - Math.sin(time));
    }

    @Test
    void isOfOrderFiveWithFixedSteps() {
        double last = Math.abs(withFixedSteps(4) - solution(1));
        for (int steps = 8; steps <= 64; steps *= 2) {
            double error = Math.abs(withFixedSteps(steps) - solution(1));
            // Measured 4.99 to 5.02: errors from 2e-7 down to 2e-13, above rounding.
            assertThat(Math.log(last / error) / Math.log(2)).isCloseTo(5, within(0.05));
            last = error;
        }
    }

    private static double withFixedSteps(int steps) {
        double step = 1.0 / steps;
        double[] state = {solution(0)};
        var scale = new ErrorScale(new Tolerances(1e-14, 1e-14), 1);
        var iteration = new StageIteration(SMOOTH, scale);
        var factors = new RadauFactors(1, Band.full(1));
        var jacobian = new BandMatrix(1, Band.full(1));
        for (int i = 0; i < steps; i++) {
            scale.measureAt(state);
            SMOOTH.jacobian(i * step, state, jacobian);
            factors.factorise(jacobian, step);
            // From the last step's increments, over and over, until nothing is left to gain.
            for (int again = 0; again < 10; again++) {
                iteration.run(i * step, state, step, factors);
            }
            state[0] += iteration.increments()[2][0];
        }
        return state[0];
    }

    /** A solver whose error is proportional to its tolerance: five decades of it, within a factor of 30 either way. */
    @Test
    void makesErrorsOfTheSizeOfItsTolerance() {
        for (double tolerance : new double[] {1e-4, 1e-6, 1e-8, 1e-10, 1e-12}) {
            Solution solved = new RadauSolver(new Tolerances(tolerance, tolerance))
                    .solve(SMOOTH, 0, new double[] {0.5}, new double[] {20});

            assertThat(Math.abs(solved.state(0)[0] - solution(20))).isBetween(tolerance / 100, tolerance * 30);
        }
    }
}
