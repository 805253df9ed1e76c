package stiffsweep.reference.kinetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.Quadrature;

class SplitSchemeTest {

    private static final Quadrature RULE = Quadrature.legendreByHalves(-1, 1, 16);

    /** An independent program of the same split, converged to its four digits. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.4903", "0.25, 0.3646", "0.5, 0.1957", "0.75, 0.0733"})
    void givesThePublishedDensitiesAtKnudsenNumberOne(double x, double density) {
        assertThat(solved(1, 1, 200).at(1, x)).isCloseTo(density, within(3e-4));
    }

    /** Two schemes that have nothing in common but the equation. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.1", "0.3, 0.25", "0.1, 0.1", "0.1, 0.25"})
    void agreesWithTheMicroMacroSchemeInBetween(double knudsen, double x) {
        Slab slab = new Slab(knudsen, 1, (place, v) -> 0, Slab.Inflow.isotropic(1, 0));
        double other = new MicroMacroScheme(slab, RULE, 400).densityUntil(0.1).at(0.1, x);
        assertThat(solved(knudsen, 0.1, 200).at(0.1, x)).isCloseTo(other, within(1.2e-3));
    }

    /** Without collisions f is 1 where the velocity suffices: the density is (1 - eps x / t) / 2. */
    @Test
    void whatMeetsNothingFliesFreely() {
        SplitScheme scheme = new SplitScheme(0.5, 1e-9, v -> 1, RULE, 50);
        FieldOnLine density = scheme.densityUntil(1);
        for (double x : new double[] {0.11, 0.5, 0.91}) {
            assertThat(scheme.direct(1, x)).isCloseTo((1 - 0.5 * x) / 2, within(1e-8));
            assertThat(density.at(1, x)).isCloseTo((1 - 0.5 * x) / 2, within(1e-6));
        }
    }

    private static FieldOnLine solved(double knudsen, double end, int cells) {
        return new SplitScheme(knudsen, 1, v -> 1, RULE, cells).densityUntil(end);
    }
}
