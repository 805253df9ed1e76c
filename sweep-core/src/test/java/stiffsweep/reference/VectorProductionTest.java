package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The golden values of GlueNN's example B, by two methods that share nothing. */
class VectorProductionTest {

    private static final double[] AT = {1, 10, 20, 50, 124, 200, 500};
    private static final Tolerances TOLERANCES = new Tolerances(1e-13, 1e-13);

    @Test
    void startsOnTheGrowingBranch() {
        assertThat(VectorProduction.EARLY.derivative(1, VectorProduction.FROM)).isCloseTo(9.82534572, within(5e-9));
    }

    @Test
    void findsTheValuesOfTheSpec() {
        double[] printed = {9.90099293, 88.65990863, 140.18348757, 184.06982767, 195.719748, 197.265270, 198.090653};
        double[] digits = {5e-9, 5e-9, 5e-9, 5e-9, 5e-7, 5e-7, 5e-7};

        double[] solved = VectorProduction.field(new DormandPrinceSolver(TOLERANCES), AT);

        for (int i = 0; i < AT.length; i++) {
            assertThat(solved[i]).isCloseTo(printed[i], within(digits[i]));
        }
    }

    /** Measured: 5e-13 relative at most. */
    @Test
    void agreesBetweenRadauAndDormandPrince() {
        double[] explicit = VectorProduction.field(new DormandPrinceSolver(TOLERANCES), AT);
        double[] implicit = VectorProduction.field(new RadauSolver(TOLERANCES), AT);

        for (int i = 0; i < AT.length; i++) {
            assertThat(implicit[i] / explicit[i]).isCloseTo(1, within(2e-12));
        }
    }
}
