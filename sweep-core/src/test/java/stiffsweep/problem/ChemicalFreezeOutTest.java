package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.declare.Settings;
import stiffsweep.sampling.Points;

/** GlueNN's example A beside its golden values: the truth, and how far the conventional answer is off. */
class ChemicalFreezeOutTest {

    private static final ChemicalFreezeOut PROBLEM = new ChemicalFreezeOut();

    /** As the spec prints them, and to the digits that tolerances of 1e-13 and 1e-14 share. */
    @Test
    void freezesOutAtTheGoldenYields() {
        double[] yields = PROBLEM.truth(eta(1e4)).at(points(31, 100))[0];

        assertThat(yields[0]).isCloseTo(7.72495716e-4, within(5e-13));
        assertThat(yields[1]).isCloseTo(6.59158323e-4, within(5e-13));
        assertThat(yields[0]).isCloseTo(7.724957157723e-4, within(1e-15));
        assertThat(yields[1]).isCloseTo(6.591583232824e-4, within(1e-15));
    }

    /** At eta = 1e14 the Jacobian at the start is -1e13. The yield then follows {@code 1/Y = 1/Y_f - eta/x}, closely. */
    @Test
    void freezesOutAtExtremeStiffness() {
        double[] yields = PROBLEM.truth(eta(1e14)).at(points(100, 1000))[0];

        double fromHundred = 1 / yields[0] + 1e14 * (1.0 / 100 - 1.0 / 1000);
        assertThat(yields[1] * fromHundred).isCloseTo(1, within(1e-9));
    }

    /** The frozen yield is Yeq(x_m): 1.68 times the truth at x = 31, from 0.46 to 5.70 times it for 20 % of x_m. */
    @ParameterizedTest
    @CsvSource({"6.24, 4.40704e-3, 5.7049", "7.8, 1.29423e-3, 1.6754", "9.36, 3.57508e-4, 0.4628"})
    void theBaselineFreezesTheEquilibriumYieldAtTheMatchingPoint(double point, double frozen, double ratio) {
        double[] baseline = PROBLEM.baseline(eta(1e4), point).at(points(1, point, 20, 31))[0];
        double truth = PROBLEM.truth(eta(1e4)).at(points(31))[0][0];

        assertThat(baseline[0]).isCloseTo(0.145 / Math.E, within(1e-15));
        assertThat(baseline[1]).isCloseTo(frozen, within(5e-9));
        assertThat(baseline[2]).isEqualTo(baseline[1]);
        assertThat(baseline[3]).isEqualTo(baseline[1]);
        assertThat(baseline[3] / truth).isCloseTo(ratio, within(5e-5));
    }

    @Test
    void theFinalYieldIsThatOfTheLastPointWithItsDistanceFromTheTruth() {
        Map<String, Double> results = PROBLEM.results(new Solved(
                eta(1e4), Map.of(), points(1, 31), Map.of("y", new double[] {5, 3}), Map.of("y", new double[] {5, 4})));

        assertThat(results).containsExactlyInAnyOrderEntriesOf(Map.of("final_yield", 3.0, "final_yield_error", 0.25));
    }

    private static Points points(double... x) {
        return Points.onLine("x", x);
    }

    private static Settings eta(double eta) {
        return new Settings(new TreeMap<>(Map.of("eta", eta)));
    }
}
