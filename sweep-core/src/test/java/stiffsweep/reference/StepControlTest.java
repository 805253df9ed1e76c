package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The laws of the step: an estimate of order 3, a safety of 0.9, bounds, and a look at how the error changes. */
class StepControlTest {

    @Test
    void aimsAtAnErrorOfOneByTheOrderOfTheEstimate() {
        // A step 10 times as long makes an error 10^4 times as large; a safety of 0.9 is left.
        assertThat(new StepControl().afterKept(0.1, 1.0 / 16, 1)).isCloseTo(0.1 * 2 * 0.9, within(1e-15));
    }

    @Test
    void changesTheStepByAFactorOfEightUpOrFiveDownAtMost() {
        assertThat(new StepControl().afterKept(0.1, 1e-10, 1)).isCloseTo(0.8, within(1e-15));
        assertThat(new StepControl().afterRefused(0.1, 1e10, 1)).isCloseTo(0.02, within(1e-15));
    }

    @Test
    void isMoreCautiousAfterAnErrorThatGrew() {
        StepControl steady = new StepControl();
        steady.afterKept(0.1, 0.5, 1);
        StepControl growing = new StepControl();
        growing.afterKept(0.1, 0.05, 1);

        // With errors e and before it d the predictive factor is 0.9 (d / e^2)^(1/4).
        assertThat(steady.afterKept(0.1, 0.5, 1)).isCloseTo(0.1 * 0.9 * Math.pow(2, 0.25), within(1e-15));
        assertThat(growing.afterKept(0.1, 0.5, 1)).isCloseTo(0.1 * 0.9 * Math.pow(0.2, 0.25), within(1e-15));
    }

    @Test
    void isMoreCautiousWhereTheIterationTookManyRounds() {
        assertThat(new StepControl().afterKept(0.1, 0.5, 6)).isLessThan(new StepControl().afterKept(0.1, 0.5, 2));
    }
}
