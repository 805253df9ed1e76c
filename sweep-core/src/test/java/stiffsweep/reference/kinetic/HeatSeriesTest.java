package stiffsweep.reference.kinetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatSeriesTest {

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.1, 0.58388, 0.19087",
        "0.05, 0.25, 0.17090, 0.48214",
        "0.05, 0.5, 0.00617, 0.75831",
        "0.1, 0.1, 0.69854, 0.18165",
        "0.1, 0.25, 0.33292, 0.42573",
        "0.1, 0.5, 0.05281, 0.61964"
    })
    void givesThePublishedDensities(double time, double x, double fromEmpty, double fromBump) {
        assertThat(HeatSeries.fromEmpty(1.0 / 3, 1, 0).at(time, x)).isCloseTo(fromEmpty, within(5.1e-6));
        assertThat(HeatSeries.fromBump(1.0 / 3, 1).at(time, x)).isCloseTo(fromBump, within(5.1e-6));
    }

    /** Long before the far wall is felt the density is that of a half-space. */
    @Test
    void startsAsAHalfSpace() {
        double time = 1e-4;
        HeatSeries series = HeatSeries.fromEmpty(1.0 / 3, 2, 0);
        for (double x : new double[] {0.001, 0.01, 0.03}) {
            assertThat(series.at(time, x)).isCloseTo(2 * Erf.erfc(x / Math.sqrt(4 * time / 3)), within(1e-12));
        }
    }

    @Test
    void hasItsInitialValuesAndItsWalls() {
        HeatSeries bump = HeatSeries.fromBump(1.0 / 3, 0.7);
        assertThat(bump.at(0, 0.5)).isEqualTo(0.7);
        assertThat(bump.at(1e-6, 0.3)).isCloseTo(bump.at(0, 0.3), within(1e-5));
        assertThat(HeatSeries.fromEmpty(1, 1, 0.25).at(0.01, 1)).isCloseTo(0.25, within(1e-12));
    }

    /** Isotropic particles pass as they are; those that come in as v give Hopf's constant (Chandrasekhar 1950). */
    @Test
    void whatComesInIsSeenBehindItsLayer() {
        assertThat(MilneLayer.density(v -> 1)).isCloseTo(1, within(1e-12));
        assertThat(MilneLayer.density(v -> v)).isCloseTo(0.7104460896, within(1e-9));
    }
}
