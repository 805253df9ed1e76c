package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalExponentTest {

    @Test
    void isTheSlopeBetweenTheMediansOfNeighbours() {
        double[] x = {1, 10, 1000, 1, 10, 1000, 1, 10, 1000};
        double[] y = {1, 100, 1e3, 2, 200, 2e3, 4, 100, 4e4};
        List<LocalExponent> exponents =
                LocalExponent.of(x, y, new long[] {0, 0, 0, 1, 1, 1, 2, 2, 2}, Bootstrap.STANDARD);

        assertThat(exponents).hasSize(2);
        assertThat(exponents.get(0).exponent()).isCloseTo(Math.log10(100 / 2.0), within(1e-12));
        assertThat(exponents.get(1).exponent()).isCloseTo(Math.log10(2e3 / 100) / 2, within(1e-12));
        // The single replicates have 2, 2 and log10 25 there.
        assertThat(exponents.get(0).interval().kind()).isEqualTo("range (n = 3)");
        assertThat(exponents.get(0).interval().lower()).isCloseTo(Math.log10(25), within(1e-12));
        assertThat(exponents.get(0).interval().upper()).isCloseTo(2, within(1e-12));
    }
}
