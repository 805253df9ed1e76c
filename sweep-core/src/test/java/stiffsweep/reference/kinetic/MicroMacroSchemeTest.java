package stiffsweep.reference.kinetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.Quadrature;

class MicroMacroSchemeTest {

    private static final double END = 0.1;
    private static final Quadrature RULE = Quadrature.legendre(-1, 1, 16);
    private static final double[] PLACES = {0, 0.1, 0.25, 0.5, 0.75};

    /** An independent program of the same scheme with 100 cells; its last digit is rounded. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.9807, 0.6779, 0.3191, 0.0495, 0.0034",
        "0.001, 0.9980, 0.6964, 0.3315, 0.0525, 0.0036",
    })
    void givesThePublishedDensities(double knudsen, double a, double b, double c, double d, double e) {
        assertThat(densities(knudsen, 100)).containsExactly(new double[] {a, b, c, d, e}, within(4e-4));
    }

    /** Boundary layers make the convergence at the wall itself slow: the first place is left out. */
    @Test
    void givesThePublishedDensitiesAtAModerateKnudsenNumber() {
        double[] inside = Arrays.copyOfRange(densities(0.1, 400), 1, 5);
        assertThat(inside).containsExactly(new double[] {0.5157, 0.2159, 0.0246, 0.0008}, within(2e-4));
    }

    @Test
    void isTheHeatEquationAsTheKnudsenNumberVanishes() {
        HeatSeries limit = HeatSeries.fromEmpty(1.0 / 3, 1, 0);
        double[] exact = Arrays.stream(PLACES).map(x -> limit.at(END, x)).toArray();
        double coarse = largest(densities(1e-8, 50), exact);
        double fine = largest(densities(1e-8, 100), exact);
        assertThat(fine).isLessThan(1e-4);
        // Of second order in the spacing, for the step is of the order of its square.
        assertThat(coarse / fine).isBetween(3.0, 5.0);
    }

    @Test
    void keepsParticlesToRoundingInAPeriodicSlab() {
        Slab slab =
                new Slab(0.1, 1, (x, v) -> (1 + Math.cos(4 * Math.PI * x)) * Math.exp(-v * v / 2), new Slab.Periodic());
        MicroMacroScheme scheme = new MicroMacroScheme(slab, RULE, 64);
        double before = total(scheme);
        scheme.densityUntil(END);
        assertThat(total(scheme)).isCloseTo(before, within(1e-13 * before));
        assertThat(scheme.density()[20]).isNotCloseTo(before / 64, within(1e-6));
    }

    @Test
    void theMeanOfWhatIsBeyondTheDensityStaysZero() {
        MicroMacroScheme scheme = scheme(0.01, 50);
        scheme.densityUntil(END);
        for (int cell = 0; cell < 50; cell++) {
            assertThat(scheme.meanDeviation(cell)).isCloseTo(0, within(1e-14));
        }
    }

    /** With a density that is a line, f = a + b (x - eps v / s) stands still. */
    @Test
    void aLineStandsStill() {
        Slab slab = new Slab(0.3, 2, (x, v) -> 3 - x + 0.15 * v, new Slab.Inflow(v -> 3 + 0.15 * v, v -> 2 + 0.15 * v));
        MicroMacroScheme scheme = new MicroMacroScheme(slab, RULE, 40);
        FieldOnLine density = scheme.densityUntil(1);
        assertThat(density.at(1, 0.4)).isCloseTo(2.6, within(1e-12));
        assertThat(scheme.distribution()[10][3])
                .isCloseTo(3 - 10.5 / 40 + 0.15 * RULE.nodes().get(3), within(1e-12));
    }

    private static double total(MicroMacroScheme scheme) {
        double[] density = scheme.density();
        return Arrays.stream(density, 0, density.length - 1).sum();
    }

    private static MicroMacroScheme scheme(double knudsen, int cells) {
        Slab slab = new Slab(knudsen, 1, (x, v) -> 0, Slab.Inflow.isotropic(1, 0));
        return new MicroMacroScheme(slab, RULE, cells);
    }

    private static double[] densities(double knudsen, int cells) {
        FieldOnLine density = scheme(knudsen, cells).densityUntil(END);
        return Arrays.stream(PLACES).map(x -> density.at(END, x)).toArray();
    }

    private static double largest(double[] values, double[] exact) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i] - exact[i]));
        }
        return largest;
    }
}
