package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The conventional answers to GlueNN's two examples, beside the truth: how far matching is off, and how uncertain. */
class MatchingBaselineTest {

    private static final double SHARE = 0.2;

    private static final PatchSolution EQUILIBRIUM = (order, x) -> switch (order) {
        case 0 -> FreezeOut.equilibrium(x);
        case 1 -> (1.5 / x - 1) * FreezeOut.equilibrium(x);
        default -> throw new IllegalArgumentException("order 0 or 1, but got " + order);
    };

    /** The frozen yield is Yeq(x_m): 1.68 times the truth at x = 31, in a band of 0.46 to 5.70 times the truth. */
    @Test
    void freezesTheEquilibriumYieldAtTheMatchingPoint() {
        MatchingBand band = MatchingBand.around(
                7.8, SHARE, point -> MatchedSolution.join(EQUILIBRIUM, point, List.of(PatchSolution.constant())));
        double truth = FreezeOut.yields(1e4, Tolerances.TIGHT, 31).state(0)[0];

        assertThat(band.matched().at(31)).isEqualTo(FreezeOut.equilibrium(7.8));
        assertThat(band.matched().at(31) / truth).isCloseTo(1.6754, within(5e-5));
        assertThat(band.high(31) / truth).isCloseTo(5.7049, within(5e-5));
        assertThat(band.low(31) / truth).isCloseTo(0.4628, within(5e-5));
    }

    @Test
    void joinsTheTwoPatchesOfVectorProductionSmoothly() {
        MatchedSolution joined =
                MatchedSolution.join(VectorProduction.EARLY, VectorProduction.MATCHING_POINT, VectorProduction.LATE);

        for (int order = 0; order <= 1; order++) {
            double left = joined.left().derivative(order, VectorProduction.MATCHING_POINT);
            assertThat(joined.right().derivative(order, VectorProduction.MATCHING_POINT) / left)
                    .isCloseTo(1, within(1e-13));
        }
    }

    /** {@code X'' + 2/a X' + k^2/(m^2 a^4) X = 0}, which the large-a limit of the equation leads to. */
    @Test
    void solvesTheLatePatchOfVectorProduction() {
        for (PatchSolution patch : VectorProduction.LATE) {
            for (double a : new double[] {16, 20, 124, 500}) {
                double term = 400 / (a * a * a * a) * patch.at(a);
                double residual = patch.derivative(2, a) + 2 / a * patch.derivative(1, a) + term;

                assertThat(residual / term).isCloseTo(0, within(1e-12));
            }
        }
    }

    /** C^1 at a = 20 is 39 % too large in the end, and 20 % of the matching point leave -12 % to +87 %. */
    @Test
    void missesTheFieldOfVectorProduction() {
        MatchingBand band = MatchingBand.around(
                VectorProduction.MATCHING_POINT,
                SHARE,
                point -> MatchedSolution.join(VectorProduction.EARLY, point, VectorProduction.LATE));
        double truth = VectorProduction.field(new DormandPrinceSolver(Tolerances.TIGHT), 500)[0];

        assertThat(band.matched().at(500) / truth - 1).isCloseTo(0.3938, within(5e-5));
        assertThat(band.low(500) / truth - 1).isCloseTo(-0.1181, within(5e-5));
        assertThat(band.high(500) / truth - 1).isCloseTo(0.8695, within(5e-5));
    }
}
