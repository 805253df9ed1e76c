package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroeschSolutionTest {

    /** By collocation in Maple with 60 digits, in the unknown {@code tanh(n y / 4)}. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.84520268530995105992",
        "5, 0.045750461406318740100",
        "10, 3.5833778463081369041e-4",
        "20, 1.6487731827804035743e-8",
        "30, 7.4860937950438118460e-13"
    })
    void startsWithItsKnownSlope(double n, double slope) {
        // The slope goes as e^-n, whose exponent is good to a few units of rounding; measured 3e-15 at most.
        assertThat(TroeschSolution.of(n).slope() / slope).isCloseTo(1, within(1e-13));
    }

    /** H. Vazquez-Leal et al., A general solution for Troesch's problem, Math. Probl. Eng. (2012), 208375: ten digits. */
    @ParameterizedTest
    @CsvSource({"50, 1.542999878e-21", "100, 2.976060781e-43"})
    void startsWithItsPublishedSlopeWhereTheLayerIsThin(double n, double slope) {
        assertThat(TroeschSolution.of(n).slope() / slope).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 1, 5, 20, 50, 100})
    void meetsItsEnds(double n) {
        TroeschSolution solution = TroeschSolution.of(n);

        assertThat(solution.at(0)).isZero();
        assertThat(solution.at(1)).isCloseTo(1, within(5e-15 / Math.min(1, n)));
    }

    /** Shot from x = 0 with the slope, which multiplies the error of a step by e^(n/2). Measured: 1.3e-12 at most. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 10})
    void isWhatShootingGives(double n) {
        double[] points = {0.01, 0.1, 0.3, 0.5, 0.8, 0.9, 0.99, 1};
        TroeschSolution solution = TroeschSolution.of(n);

        double[] shot = new RadauSolver(new Tolerances(1e-14, 1e-18))
                .solve(new Equation(n), 0, new double[] {0, solution.slope()}, points)
                .component(0);

        for (int i = 0; i < points.length; i++) {
            assertThat(solution.at(points[i])).isCloseTo(shot[i], within(5e-12));
        }
    }

    /** {@code y'^2 = y'(0)^2 + 4 sinh^2(n y / 2)} by a difference of order 4, in the layer as well, whose length is 1e-5. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.9, 0.99, 0.999, 0.9999})
    void keepsItsFirstIntegralWhereShootingFails(double x) {
        TroeschSolution solution = TroeschSolution.of(20);
        double step = (1.0001 - x) / 200;
        double slope = (8 * (solution.at(x + step / 2) - solution.at(x - step / 2))
                        - (solution.at(x + step) - solution.at(x - step)))
                / (6 * step);

        double square = Math.pow(solution.slope(), 2) + 4 * Math.pow(Math.sinh(10 * solution.at(x)), 2);
        assertThat(slope).isCloseTo(Math.sqrt(square), withinPercentage(1e-5));
    }

    @Test
    void isAskedWithinItsDomainOnly() {
        assertThatThrownBy(() -> TroeschSolution.of(5).at(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Troesch's problem has its points from 0 to 1, but got 1.5");
        assertThatThrownBy(() -> TroeschSolution.of(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private record Equation(double n) implements OdeSystem {

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void rightHandSide(double x, double[] state, double[] slope) {
            slope[0] = state[1];
            slope[1] = n * Math.sinh(n * state[0]);
        }
    }
}
