package stiffsweep.reference.kinetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.Quadrature;

class BgkSchemeTest {

    private static final Quadrature RULE = Quadrature.legendre(-10, 10, 60);

    /** An independent program of the same scheme with 400 cells. */
    @ParameterizedTest
    @CsvSource({
        "1, 1.0694, 0.4450, 0.6772",
        "1e-2, 1.0727, 0.4620, 0.6703",
        "1e-3, 1.0778, 0.4662, 0.6653",
        "1e-6, 1.0789, 0.4666, 0.6645"
    })
    void givesThePublishedMoments(double knudsen, double density, double momentum, double energy) {
        List<FieldOnLine> moments =
                scheme(knudsen, x -> gas((1 + Math.tanh(10 * x)) / 2), 200).momentsUntil(0.1);
        assertThat(moments.get(0).at(0.1, 0.005)).isCloseTo(density, within(2.5e-4));
        assertThat(moments.get(1).at(0.1, 0.005)).isCloseTo(momentum, within(2.5e-4));
        assertThat(moments.get(2).at(0.1, 0.005)).isCloseTo(energy, within(2.5e-4));
    }

    /** The gas at both ends is at rest and alike within reach: nothing flows there but momentum, by its pressure. */
    @Test
    void keepsMassAndEnergyToRounding() {
        BgkScheme scheme = scheme(0.01, x -> gas(x < 0 ? 0 : 1), 100);
        double[] before = scheme.totals();
        scheme.momentsUntil(0.02);
        double[] after = scheme.totals();
        assertThat(after[0]).isCloseTo(before[0], within(1e-13));
        assertThat(after[2]).isCloseTo(before[2], within(1e-13));
        // The pressures rho T of 2.25 and 0.46875 push for 0.02.
        assertThat(after[1]).isCloseTo(0.02 * (2.25 - 0.46875), within(1e-12));
    }

    @Test
    void aGasAtRestStaysAtRest() {
        BgkScheme scheme = scheme(0.1, x -> new Fluid(0.8, 0, 1.1), 20);
        scheme.momentsUntil(0.1);
        double[][] f = scheme.distribution();
        for (int q = 0; q < f[7].length; q++) {
            assertThat(f[7][q])
                    .isCloseTo(new Fluid(0.8, 0, 1.1).maxwellian(RULE.nodes().get(q)), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0, 1.5", "0.625, 0, 0.75", "1.1, 0.4, 1"})
    void theMomentsOfAMaxwellianAreItsOwn(double density, double velocity, double temperature) {
        Fluid gas = new Fluid(density, velocity, temperature);
        assertThat(RULE.integral(gas::maxwellian)).isCloseTo(density, within(1e-13));
        assertThat(RULE.integral(v -> v * gas.maxwellian(v))).isCloseTo(gas.momentum(), within(1e-13));
        assertThat(RULE.integral(v -> v * v / 2 * gas.maxwellian(v))).isCloseTo(gas.energy(), within(1e-12));
    }

    private static BgkScheme scheme(double knudsen, DoubleFunction<Fluid> initial, int cells) {
        return new BgkScheme(knudsen, -0.5, 0.5, initial, RULE, cells);
    }

    private static Fluid gas(double right) {
        return new Fluid(1.5 + (0.625 - 1.5) * right, 0, 1.5 + (0.75 - 1.5) * right);
    }
}
