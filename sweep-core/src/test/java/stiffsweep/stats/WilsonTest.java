package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /**
     * R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857,
     * table I, method 3, to the printed digits.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void meetsThePublishedIntervals(long successes, long trials, double lower, double upper) {
        Interval interval = Wilson.interval(successes, trials, 0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(0.000_05));
        assertThat(interval.upper()).isCloseTo(upper, within(0.000_05));
    }

    @Test
    void mirrorsWhenSuccessAndFailureChangePlaces() {
        Interval successes = Wilson.interval(3, 10, 0.95);
        Interval failures = Wilson.interval(7, 10, 0.95);

        assertThat(failures.lower()).isCloseTo(1 - successes.upper(), within(1e-15));
        assertThat(failures.upper()).isCloseTo(1 - successes.lower(), within(1e-15));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> Wilson.interval(3, 2, 0.95)).hasMessageEndingWith("but got 3 of 2");
    }
}
