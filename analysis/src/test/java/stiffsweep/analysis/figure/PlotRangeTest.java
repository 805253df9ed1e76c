package stiffsweep.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static stiffsweep.analysis.figure.Axis.Scale.LOGARITHMIC;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotRangeTest {

    /** One labelled tick alone does not say how far it is to another value. */
    @ParameterizedTest
    @CsvSource({"0.2, 3.1", "2, 3", "1, 1", "0.3, 1", "1e-6, 1e-5", "0.05, 20"})
    void holdsTwoWholeDecadesOrMore(double least, double most) {
        PlotRange range = PlotRange.of(List.of(least, most), LOGARITHMIC);

        assertThat(range.lower()).isLessThanOrEqualTo(Math.log10(least));
        assertThat(range.upper()).isGreaterThanOrEqualTo(Math.log10(most));
        assertThat(Math.floor(range.upper()) - Math.ceil(range.lower())).isGreaterThanOrEqualTo(1);
    }

    @Test
    void passesOverWhatALogarithmCannotShow() {
        assertThat(PlotRange.of(List.of(0.0, Double.NaN, -1.0, 10.0, 100.0), LOGARITHMIC))
                .isEqualTo(PlotRange.of(List.of(10.0, 100.0), LOGARITHMIC));
    }
}
