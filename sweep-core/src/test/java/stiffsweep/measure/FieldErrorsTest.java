package stiffsweep.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FieldErrorsTest {

    @Test
    void errorsAreTheirDefinitions() {
        FieldErrors errors = FieldErrors.of(new double[] {1.5, 2, -3}, new double[] {1, 2, -4});
        assertThat(errors.meanSquared()).isCloseTo((0.25 + 0 + 1) / 3, within(1e-15));
        assertThat(errors.relativeL2()).isCloseTo(Math.sqrt(1.25 / 21), within(1e-15));
        assertThat(errors.relativeSquared()).isCloseTo((0.25 + 0 + 1 / 16.0) / 3, within(1e-15));
        assertThat(errors.largest()).isEqualTo(1);
    }

    @Test
    void aValueThatIsNotANumberMakesTheErrorsNotNumbers() {
        FieldErrors errors = FieldErrors.of(new double[] {Double.NaN, 2}, new double[] {1, 2});
        assertThat(errors.columns().values()).allMatch(value -> value.isNaN());
    }
}
