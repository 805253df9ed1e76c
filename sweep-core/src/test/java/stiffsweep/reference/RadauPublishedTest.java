package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * End values published in the Test Set for Initial Value Problem Solvers (F. Mazzia and C. Magherini, University of Bari,
 * release 2.4, 2008), there computed with 1.1e-18 and printed to 16 digits.
 *
 * <p>Tolerances of the tests: about five times the errors measured at 1e-13, which are 1.5e-13, 4e-12, 3e-13 and 4e-13.
 */
class RadauPublishedTest {

    @Test
    void solvesRobertsonOverElevenDecadesOfTime() {
        assertThat(errorOf(
                        StiffProblem.ROBERTSON,
                        1e-25,
                        1e11,
                        new double[] {1, 0, 0},
                        0.2083340149701255e-7,
                        0.8333360770334713e-13,
                        0.9999999791665050))
                .isLessThan(1e-12);
    }

    @Test
    void solvesHires() {
        assertThat(errorOf(
                        StiffProblem.HIRES,
                        1e-17,
                        321.8122,
                        new double[] {1, 0, 0, 0, 0, 0, 0, 0.0057},
                        0.7371312573325668e-3,
                        0.1442485726316185e-3,
                        0.5888729740967575e-4,
                        0.1175651343283149e-2,
                        0.2386356198831331e-2,
                        0.6238968252742796e-2,
                        0.2849998395185769e-2,
                        0.2850001604814231e-2))
                .isLessThan(2e-11);
    }

    @Test
    void solvesVanDerPol() {
        assertThat(errorOf(
                        StiffProblem.VAN_DER_POL,
                        1e-13,
                        2,
                        new double[] {2, 0},
                        0.1706167732170483e1,
                        -0.8928097010247975))
                .isLessThan(2e-12);
    }

    @Test
    void solvesTheOregonator() {
        assertThat(errorOf(
                        StiffProblem.OREGONATOR,
                        1e-15,
                        360,
                        new double[] {1, 2, 3},
                        0.1000814870318523e1,
                        0.1228178521549917e4,
                        0.1320554942846706e3))
                .isLessThan(5e-12);
    }

    @Test
    void keepsWhatRobertsonsReactionKeeps() {
        Solution solved = new RadauSolver(Tolerances.TIGHT)
                .solve(StiffProblem.ROBERTSON, 0, new double[] {1, 0, 0}, new double[] {1, 1e5, 1e11});

        for (int output = 0; output < 3; output++) {
            double[] state = solved.state(output);
            assertThat(state[0] + state[1] + state[2]).isCloseTo(1, within(1e-14));
        }
    }

    /** The largest relative error of a component at the end. */
    private static double errorOf(
            OdeSystem system, double absolute, double end, double[] initial, double... published) {
        double[] state = new RadauSolver(new Tolerances(1e-13, absolute))
                .solve(system, 0, initial, new double[] {end})
                .state(0);
        double largest = 0;
        for (int i = 0; i < published.length; i++) {
            largest = Math.max(largest, Math.abs(state[i] / published[i] - 1));
        }
        return largest;
    }
}
