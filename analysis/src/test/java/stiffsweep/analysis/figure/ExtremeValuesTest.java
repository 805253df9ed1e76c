package stiffsweep.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.analysis.figure.FigureAxis.Scale;
import stiffsweep.analysis.figure.Series.Mark;

/** Whatever numbers a sweep gives, a figure of them ends, and holds nothing but numbers. */
class ExtremeValuesTest {

    /** Numbers that sweeps give, and those at which a double's arithmetic changes. */
    static final List<List<Double>> VALUES = List.of(
            List.of(),
            List.of(0.0),
            List.of(1.0),
            List.of(-3.0),
            List.of(7.0, 7.0, 7.0),
            List.of(1.0, Math.nextUp(1.0)),
            List.of(1e-15, 1.0, 4e296),
            List.of(1e-320, 1e-300, 1e308),
            List.of(Double.MIN_VALUE),
            List.of(Double.MIN_VALUE, 2e-323, 1e-322),
            List.of(-Double.MAX_VALUE, Double.MAX_VALUE),
            List.of(Double.MAX_VALUE, Double.MAX_VALUE),
            List.of(1.7e308, Double.MAX_VALUE),
            List.of(-1e-320, 0.0, 1e-320),
            List.of(-5.0, 0.0, 5.0),
            List.of(0.0, 1e-9, 1.0),
            List.of(Double.NEGATIVE_INFINITY, 1.0, 10.0, Double.POSITIVE_INFINITY),
            List.of(Double.POSITIVE_INFINITY),
            List.of(Double.NaN),
            List.of(Double.NaN, 2.0, 3.0),
            List.of(1e12, 1e12 + 1),
            List.of(0.2, 3.1));

    static Stream<Arguments> figures() {
        return Arrays.stream(Mark.values())
                .flatMap(mark -> Arrays.stream(Scale.values())
                        .flatMap(scale -> VALUES.stream().map(values -> Arguments.of(mark, scale, values))));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isDrawn(Mark mark, Scale scale, List<Double> values) throws IOException {
        Figure figure = figure(mark, scale, values);

        assertThat(FigureWriter.svg(figure)).doesNotContain("NaN", "Infinity", "∞", "�");
        assertThat(ImageIO.read(new ByteArrayInputStream(FigureWriter.png(figure))))
                .isNotNull();
    }

    /** Each strip above a plot makes its range longer: that of all doubles has to have ticks with them too. */
    @Test
    void isDrawnBelowTheStripsOfEightMethods() {
        List<Series> series = new ArrayList<>();
        series.add(new Series("some", 0, Mark.LINE, List.of(PlotPoint.of(1, 1e-320, 1), PlotPoint.of(2, 1e308, 1))));
        for (int method = 0; method < 8; method++) {
            series.add(new Series("lost " + method, method, Mark.CROSSES, List.of(PlotPoint.of(1, Double.NaN, 1))));
        }
        FigureAxis decades = new FigureAxis("y", "y", Scale.LOGARITHMIC);
        Figure figure = new Figure("extreme", "extreme", new FigureAxis("x", "x", Scale.LINEAR), decades, series);

        assertThat(FigureWriter.svg(figure)).contains("<svg").doesNotContain("NaN", "Infinity");
    }

    /** The values along both axes, each with an interval that reaches as far as there are numbers. */
    private static Figure figure(Mark mark, Scale scale, List<Double> values) {
        List<PlotPoint> points = new ArrayList<>();
        for (double value : values) {
            points.add(new PlotPoint(value, value, 0, Double.POSITIVE_INFINITY, 1));
            points.add(new PlotPoint(value, value, Double.NEGATIVE_INFINITY, value, 1));
            points.add(new PlotPoint(2, value, -value, Double.MAX_VALUE, 1));
            points.add(PlotPoint.of(value, 3, 1));
        }
        return new Figure(
                "extreme",
                "extreme",
                new FigureAxis("x", "x", scale),
                new FigureAxis("y", "y", scale),
                List.of(new Series("some", 0, mark, points)));
    }
}
