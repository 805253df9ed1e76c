package stiffsweep.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static stiffsweep.analysis.figure.FigureAxis.Scale.LINEAR;
import static stiffsweep.analysis.figure.FigureAxis.Scale.LOGARITHMIC;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.analysis.figure.FigureAxis.Scale;

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

    static Stream<Arguments> axes() {
        return Arrays.stream(Scale.values())
                .flatMap(scale -> ExtremeValuesTest.VALUES.stream().map(values -> Arguments.of(scale, values)));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void isFiniteAndHasTicksThatCanBeRead(Scale scale, List<Double> values) {
        PlotRange range = PlotRange.of(values, scale);

        assertThat(range.upper() - range.lower()).isFinite().isPositive();
        assertThat(values)
                .filteredOn(scale::shows)
                .allSatisfy(value -> assertThat(range.position(value)).isBetween(range.lower(), range.upper()));
        List<String> labels = Tick.along(range, 310).stream()
                .map(Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
        assertThat(labels).hasSizeBetween(2, 12);
        assertThat(new HashSet<>(labels)).hasSameSizeAs(labels);
        assertThat(labels)
                .allSatisfy(label -> assertThat(label).hasSizeLessThan(20).doesNotContain("inf", "NaN"));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void placesTheEndsOfAnyIntervalWithin(Scale scale, List<Double> values) {
        PlotRange range = PlotRange.of(values, scale);

        for (double end : List.of(
                Double.NEGATIVE_INFINITY, -Double.MAX_VALUE, 0.0, Double.MIN_VALUE, 1.0, Double.POSITIVE_INFINITY)) {
            assertThat(range.end(end)).isBetween(range.lower(), range.upper());
        }
        assertThat(range.end(Double.NaN)).isNaN();
    }

    @Test
    void labelsInStepsOfOneTwoOrFive() {
        assertThat(Tick.along(PlotRange.of(List.of(0.0, 4000.0), LINEAR), 310))
                .extracting(Tick::label)
                .containsExactly("0", "1000", "2000", "3000", "4000");
        assertThat(Tick.along(PlotRange.of(List.of(-0.31, 0.55), LINEAR), 310))
                .extracting(Tick::label)
                .containsExactly("-0.2", "0", "0.2", "0.4");
        assertThat(Tick.along(PlotRange.of(List.of(1e-320, 1e308), LOGARITHMIC), 310))
                .extracting(Tick::label)
                .containsExactly("10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰");
    }
}
