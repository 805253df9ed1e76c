package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.MethodOfLines;
import stiffsweep.reference.Mirror;

class ColeHopfTest {

    private static final double VISCOSITY = 0.01 / Math.PI;

    /** The slope at x = 0 is steepest, 152.00516, at pi t = 1.6037: Basdevant et al. (1986), table 1. */
    @Test
    void isAsSteepAsPublished() {
        ColeHopf solution = new ColeHopf(VISCOSITY);

        double steepest = slopeAtTheShock(solution, 1.6037 / Math.PI);
        assertThat(steepest).isCloseTo(-152.00516, within(1e-5));
        // The time is printed to 1e-4, and the slope is at its largest there.
        assertThat(slopeAtTheShock(solution, 1.6032 / Math.PI)).isGreaterThan(steepest);
        assertThat(slopeAtTheShock(solution, 1.6042 / Math.PI)).isGreaterThan(steepest);
    }

    /** By a central difference of order 6. */
    private static double slopeAtTheShock(ColeHopf solution, double t) {
        double step = 2e-4;
        double[] weights = {45 / 30.0, -9 / 30.0, 1 / 30.0};
        double sum = 0;
        for (int i = 1; i <= weights.length; i++) {
            sum += weights[i - 1] * solution.at(t, i * step);
        }
        return sum / step;
    }

    /** Two methods that share nothing. Measured: 8e-9, which the interpolation in time leaves. */
    @Test
    void isWhatTheMethodOfLinesGives() {
        ColeHopf solution = new ColeHopf(VISCOSITY);
        FieldOnLine field = new MethodOfLines(VISCOSITY, (x, u, slope) -> -u * slope, 0, 1, Mirror.ODD)
                .solve(x -> -Math.sin(Math.PI * x), 1, 2000, 200);

        for (int i = 0; i <= 50; i++) {
            for (int j = 0; j <= 117; j++) {
                double x = j / 117.0;
                assertThat(solution.at(i / 50.0, x)).isCloseTo(field.at(i / 50.0, x), within(2e-8));
            }
        }
    }

    /** Residuals by differences of order 4 at a thousandth of the length on which the field changes. */
    @ParameterizedTest
    @CsvSource({
        "3e-5, 0.2, 0.4",
        "3.183e-3, 0.5, -0.7",
        "3.183e-3, 1e-3, 0.3",
        "0.1, 0.3, 0.2",
        "1, 2, 0.5",
        "10, 0.01, 0.9"
    })
    void solvesTheEquationAtAnyViscosity(double viscosity, double t, double x) {
        ColeHopf solution = new ColeHopf(viscosity);
        double later = t / 200;
        double step = 2e-3;
        double change = (8 * (solution.at(t + later, x) - solution.at(t - later, x))
                        - (solution.at(t + 2 * later, x) - solution.at(t - 2 * later, x)))
                / (12 * later);
        double near = solution.at(t, x + step) + solution.at(t, x - step);
        double far = solution.at(t, x + 2 * step) + solution.at(t, x - 2 * step);
        double slope = (8 * (solution.at(t, x + step) - solution.at(t, x - step))
                        - (solution.at(t, x + 2 * step) - solution.at(t, x - 2 * step)))
                / (12 * step);
        double bend = (16 * near - far - 30 * solution.at(t, x)) / (12 * step * step);

        double size = Math.abs(change) + Math.abs(viscosity * bend) + 1e-3;
        double residual = change + solution.at(t, x) * slope - viscosity * bend;
        assertThat(residual / size).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"3e-5", "3.183e-3", "1"})
    void keepsItsSymmetriesAndItsStart(double viscosity) {
        ColeHopf solution = new ColeHopf(viscosity);

        for (double x : new double[] {-1, -0.3, 0, 1e-3, 0.4, 1}) {
            assertThat(solution.at(0.5, -x)).isCloseTo(-solution.at(0.5, x), within(1e-12));
            assertThat(solution.at(0, x)).isEqualTo(-Math.sin(Math.PI * x));
            // u_t is at most pi + pi^2 nu.
            assertThat(solution.at(1e-9, x)).isCloseTo(-Math.sin(Math.PI * x), within(2e-8));
        }
        assertThat(solution.at(0.5, 1)).isCloseTo(0, within(1e-12));
    }
}
