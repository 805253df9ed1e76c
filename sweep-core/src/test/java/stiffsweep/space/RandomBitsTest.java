package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomBitsTest {

    @Test
    void areThoseOfSplitMix64() {
        // The platform's SplittableRandom is the same generator.
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 1000; i++) {
            assertThat(RandomBits.at(20261121, i)).isEqualTo(random.nextLong());
        }
    }

    @Test
    void areTheSameInEveryVersion() {
        // The published first outputs of SplitMix64 for the seed 1234567.
        assertThat(RandomBits.at(1234567, 0)).isEqualTo(6457827717110365317L);
        assertThat(RandomBits.at(1234567, 1)).isEqualTo(3203168211198807973L);
    }

    @Test
    void aSeedForAPurposeIsTheSameInEveryVersion() {
        // Worked out by a program of its own, in Python.
        assertThat(RandomBits.seed(7, "network.width")).isEqualTo(1341156758843313899L);
    }

    @Test
    void seedsOfTwoPurposesDiffer() {
        assertThat(RandomBits.seed(1, "Aa")).isNotEqualTo(RandomBits.seed(1, "BB"));
        assertThat(RandomBits.seed(1, "ab")).isNotEqualTo(RandomBits.seed(1, "ba"));
        assertThat(RandomBits.seed(1, "ab")).isNotEqualTo(RandomBits.seed(2, "ab"));
    }
}
