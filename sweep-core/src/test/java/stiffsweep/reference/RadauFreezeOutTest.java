package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Golden numbers of the chemical freeze-out: those published, and the tighter ones that this solver holds. */
class RadauFreezeOutTest {

    /** GlueNN's example A: both values as the spec prints them, and to the digits that 1e-13 and 1e-14 share. */
    @Test
    void freezesOutInGlueNnsExample() {
        double[] yields =
                FreezeOut.yields(1e4, new Tolerances(1e-13, 1e-17), 31, 100).component(0);

        assertThat(yields[0]).isCloseTo(7.72495716e-4, within(5e-13));
        assertThat(yields[1]).isCloseTo(6.59158323e-4, within(5e-13));
        assertThat(yields[0]).isCloseTo(7.724957157723e-4, within(1e-15));
        assertThat(yields[1]).isCloseTo(6.591583232824e-4, within(1e-15));
    }

    /** At eta = 1e14 the Jacobian at the start is -1e13. The yield then follows {@code 1/Y = 1/Y_f - eta/x}, closely. */
    @Test
    void freezesOutAtExtremeStiffness() {
        Solution solved = FreezeOut.yields(1e14, new Tolerances(1e-12, 1e-26), 60, 100, 1000);
        double[] yields = solved.component(0);

        double fromHundred = 1 / yields[1] + 1e14 * (1.0 / 100 - 1.0 / 1000);
        assertThat(yields[2] * fromHundred).isCloseTo(1, within(1e-9));
        assertThat(solved.work().steps()).isLessThan(5000);
    }
}
