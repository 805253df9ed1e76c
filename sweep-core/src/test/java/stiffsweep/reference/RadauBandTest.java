package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The Brusselator with diffusion on a line: what a band saves it must not cost in numbers. */
class RadauBandTest {

    private static final int CELLS = 60;
    private static final double[] TIMES = {0.5, 2, 10};
    private static final RadauSolver SOLVER = new RadauSolver(new Tolerances(1e-9, 1e-9));

    @Test
    void findsTheSameInABandAsInAFullMatrix() {
        Solution banded = SOLVER.solve(new Brusselator(new Band(2, 2), true), 0, Brusselator.initial(), TIMES);
        Solution full = SOLVER.solve(new Brusselator(Band.full(2 * CELLS), true), 0, Brusselator.initial(), TIMES);

        for (int output = 0; output < TIMES.length; output++) {
            for (int i = 0; i < 2 * CELLS; i++) {
                // Zeros outside the band change no sum: equal up to the sign of zero.
                assertThat(banded.state(output)[i]).isCloseTo(full.state(output)[i], within(1e-14));
            }
        }
        assertThat(banded.work()).isEqualTo(full.work());
    }

    @Test
    void findsTheSameWithDifferencesAsWithTheWrittenJacobian() {
        Solution written = SOLVER.solve(new Brusselator(new Band(2, 2), true), 0, Brusselator.initial(), TIMES);
        Solution differences = SOLVER.solve(new Brusselator(new Band(2, 2), false), 0, Brusselator.initial(), TIMES);

        for (int i = 0; i < 2 * CELLS; i++) {
            // The Jacobian is only Newton's: the solution agrees within the tolerance.
            assertThat(differences.state(2)[i]).isCloseTo(written.state(2)[i], within(1e-8));
        }
    }

    @Test
    void movesColumnsOfABandTogether() {
        Brusselator system = new Brusselator(new Band(2, 2), false);
        BandMatrix differences = new BandMatrix(2 * CELLS, system.band());
        BandMatrix written = new BandMatrix(2 * CELLS, system.band());

        FiniteDifferences.fill(system, 0, Brusselator.initial(), differences);
        new Brusselator(new Band(2, 2), true).jacobian(0, Brusselator.initial(), written);

        // Five columns to a band of width five, and the base.
        assertThat(system.asked).isEqualTo(6);
        for (int row = 0; row < 2 * CELLS; row++) {
            for (int column = written.first(row); column <= written.last(row); column++) {
                assertThat(differences.at(row, column)).isCloseTo(written.at(row, column), within(1e-4));
            }
        }
    }

    /** {@code u' = 1 + u^2 v - 4 u + u_xx / 50, v' = 3 u - u^2 v + v_xx / 50}: Hairer and Wanner II, section IV.10. */
    private static final class Brusselator implements OdeSystem {

        private static final double DIFFUSION = 0.02 * (CELLS + 1) * (CELLS + 1);

        private final Band band;
        private final boolean writesJacobian;
        private int asked;

        private Brusselator(Band band, boolean writesJacobian) {
            this.band = band;
            this.writesJacobian = writesJacobian;
        }

        private static double[] initial() {
            double[] state = new double[2 * CELLS];
            for (int i = 0; i < CELLS; i++) {
                state[2 * i] = 1 + Math.sin(2 * Math.PI * (i + 1) / (CELLS + 1));
                state[2 * i + 1] = 3;
            }
            return state;
        }

        @Override
        public int dimension() {
            return 2 * CELLS;
        }

        @Override
        public Band band() {
            return band;
        }

        @Override
        public void rightHandSide(double time, double[] y, double[] slope) {
            asked++;
            for (int i = 0; i < CELLS; i++) {
                double u = y[2 * i];
                double v = y[2 * i + 1];
                double leftU = i == 0 ? 1 : y[2 * i - 2];
                double leftV = i == 0 ? 3 : y[2 * i - 1];
                double rightU = i == CELLS - 1 ? 1 : y[2 * i + 2];
                double rightV = i == CELLS - 1 ? 3 : y[2 * i + 3];
                slope[2 * i] = 1 + u * u * v - 4 * u + DIFFUSION * (leftU - 2 * u + rightU);
                slope[2 * i + 1] = 3 * u - u * u * v + DIFFUSION * (leftV - 2 * v + rightV);
            }
        }

        @Override
        public void jacobian(double time, double[] y, BandMatrix jacobian) {
            if (!writesJacobian) {
                OdeSystem.super.jacobian(time, y, jacobian);
                return;
            }
            for (int i = 0; i < CELLS; i++) {
                double u = y[2 * i];
                double v = y[2 * i + 1];
                jacobian.put(2 * i, 2 * i, 2 * u * v - 4 - 2 * DIFFUSION);
                jacobian.put(2 * i, 2 * i + 1, u * u);
                jacobian.put(2 * i + 1, 2 * i, 3 - 2 * u * v);
                jacobian.put(2 * i + 1, 2 * i + 1, -u * u - 2 * DIFFUSION);
            }
            for (int i = 2; i < 2 * CELLS; i++) {
                jacobian.put(i, i - 2, DIFFUSION);
                jacobian.put(i - 2, i, DIFFUSION);
            }
        }
    }
}
