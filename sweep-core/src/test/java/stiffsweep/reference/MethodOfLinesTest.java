package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.reference.MethodOfLines.Source;

class MethodOfLinesTest {

    private static final double DIFFUSION = 0.01;

    /** Three half waves, so that the errors of coarse grids stand out from those of the steps in time. */
    private static final double WAVES = 3 * Math.PI;

    /** Half of Allen and Cahn's equation: the periodic initial values are even about 0, with a kink at 1. */
    private static final MethodOfLines ALLEN_CAHN =
            new MethodOfLines(1e-4, (x, u, slope) -> 5 * (u - u * u * u), 0, 1, Mirror.EVEN);

    /** {@code cos(k x)} that decays by diffusion. Measured: 7.9. */
    @Test
    void isOfOrderEightForDiffusion() {
        MethodOfLines equation = new MethodOfLines(DIFFUSION, (x, u, slope) -> 0, 0, 1, Mirror.EVEN);
        double decay = Math.exp(-DIFFUSION * WAVES * WAVES);

        assertThat(order(equation, x -> Math.cos(WAVES * x), decay)).isCloseTo(8, within(0.2));
    }

    /** {@code e^-t sin(k x)} by a source that asks for x, u and u_x. Measured: 8.0. */
    @Test
    void isOfOrderEightForASource() {
        double gain = DIFFUSION * WAVES * WAVES - 1;
        Source source = (x, u, slope) -> (gain - WAVES * Math.cos(WAVES * x)) * u + Math.sin(WAVES * x) * slope;
        MethodOfLines equation = new MethodOfLines(DIFFUSION, source, 0, 1, Mirror.ODD);

        assertThat(order(equation, x -> Math.sin(WAVES * x), Math.exp(-1))).isCloseTo(8, within(0.2));
    }

    /** How the error at t = 1 falls where the initial values are to be multiplied by a factor until then. */
    private static double order(MethodOfLines equation, DoubleUnaryOperator initial, double factor) {
        double[] errors = new double[2];
        for (int refined = 0; refined < 2; refined++) {
            int cells = refined == 0 ? 20 : 40;
            FieldOnLine field = equation.solve(initial, 1, cells, 20);
            for (int i = 0; i <= cells; i++) {
                double x = (double) i / cells;
                double error = field.at(1, x) - factor * initial.applyAsDouble(x);
                errors[refined] = Math.max(errors[refined], Math.abs(error));
            }
        }
        return Math.log(errors[0] / errors[1]) / Math.log(2);
    }

    /** Where the kink has been smoothed by no more than a few cells the order is 2; at t = 0.01 the width is 1e-3. */
    @Test
    void isOfOrderTwoBesideAKink() {
        double published = -0.9979501415;
        double coarse = Math.abs(allenCahn(2000).at(0.01, 1) - published);
        double fine = Math.abs(allenCahn(4000).at(0.01, 1) - published);

        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(2, within(0.1));
    }

    /**
     * By 4096 Fourier modes and exponential time differencing of order 4 (A.-K. Kassam, L. N. Trefethen, SIAM J. Sci.
     * Comput. 26, 2005) with steps of 1/4000. Measured: 1e-10 at most but at the kink, 1e-6 at first and 1e-9 after half of the time.
     */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.10,  0.0099996273, 1e-9",
        "0.01, 0.75, -0.4147086705, 1e-9",
        "0.01, 1.00, -0.9979501415, 2e-6",
        "0.5,  0.00,  0.0012164451, 1e-9",
        "0.5,  0.50, -0.0038079628, 1e-9",
        "0.5,  1.00, -0.9998860748, 3e-9",
        "1,    0.00,  0.0295797210, 1e-9",
        "1,    0.49,  0.6438912230, 1e-9",
        "1,    0.51, -0.7159434932, 1e-9",
        "1,    1.00, -0.9999988837, 1e-9"
    })
    void solvesAllenAndCahnsEquationAsASpectralMethodDoes(double t, double x, double expected, double tolerance) {
        assertThat(allenCahn(8000).at(t, x)).isCloseTo(expected, within(tolerance));
    }

    /** What a problem's truth owes: on a grid of 101 x 101 points, between times and nodes too, 3e-8 was measured. */
    @Test
    void convergesOnAGridFromSideToSide() {
        FieldOnLine field = allenCahn(8000);
        FieldOnLine finer = ALLEN_CAHN.solve(MethodOfLinesTest::initial, 1, 16_000, 200);

        for (double shift : new double[] {0, 0.0037}) {
            double squares = 0;
            double size = 0;
            for (int i = 0; i <= 100; i++) {
                for (int j = 0; j <= 50; j++) {
                    double t = Math.min(1, i / 100.0 + shift);
                    double x = Math.min(1, j / 50.0 + shift);
                    squares += Math.pow(field.at(t, x) - finer.at(t, x), 2);
                    size += Math.pow(finer.at(t, x), 2);
                }
            }
            assertThat(Math.sqrt(squares / size)).isLessThan(1e-7);
        }
    }

    private static FieldOnLine allenCahn(int cells) {
        return ALLEN_CAHN.solve(MethodOfLinesTest::initial, 1, cells, 100);
    }

    private static double initial(double x) {
        return x * x * Math.cos(Math.PI * x);
    }

    @Test
    void isAskedWithinItsTimesAndPlacesOnly() {
        FieldOnLine field = ALLEN_CAHN.solve(MethodOfLinesTest::initial, 1, 50, 10);

        assertThat(field.at(0, 1)).isEqualTo(-1);
        assertThatThrownBy(() -> field.at(1.01, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a field is known for t in [0, 1.0] and x in [0.0, 1.0], but got t = 1.01, x = 0.0");
        assertThatThrownBy(() -> field.at(0.5, -0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
