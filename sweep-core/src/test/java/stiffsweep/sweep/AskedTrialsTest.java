package stiffsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AskedTrialsTest {

    @Test
    void saysHowManyPointsBreakALawAndWhichTheFirstBreaks() {
        assertThat(warning()).isEmpty();
        assertThat(warning("a: must be 1, but got 2"))
                .isEqualTo("1 point of the search breaks a law and is not trained: a: must be 1, but got 2");
        assertThat(warning("a: must be 1, but got 2", "b: must be 3, but got 4"))
                .isEqualTo("2 points of the search break a law and are not trained; the first:"
                        + " a: must be 1, but got 2");
    }

    private static String warning(String... lawless) {
        return new AskedTrials(List.of(), List.of(lawless)).warning().orElse("");
    }
}
