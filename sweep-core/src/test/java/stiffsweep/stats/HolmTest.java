package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** R: {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")} is 0.03 0.06 0.06 0.02. */
    @Test
    void correctsForTheTestsThatAreLeft() {
        assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void passesOverWhatIsNoTestAndStaysAtOne() {
        assertThat(Holm.corrected(new double[] {0.7, Double.NaN, 0.9})).containsExactly(1, Double.NaN, 1);
    }
}
