package stiffsweep.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.analysis.figure.Series.Mark;

class LegendTest {

    private static final String LONG = "jacobian, activation = tanh, learning_rate = 0.0015849, width = 6, depth = 3, "
            + "optimizer = levenberg-marquardt, weight_initial = 1000, points = 250";

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 20})
    void growsBelowThePlotAndTakesNothingFromIt(int series) {
        PanelsDrawing drawing = drawing(figure(series, LONG));

        assertThat(drawing.plot(0)).isEqualTo(drawing(figure(1, "short")).plot(0));
        assertThat(drawing.plot(0).getWidth()).isGreaterThan(300);
        assertThat(drawing.plot(0).getHeight()).isGreaterThan(170);
        assertThat(drawing.height()).isGreaterThanOrEqualTo((int)
                (drawing.plot(0).getMaxY() + drawing.legend().height()));
    }

    @Test
    void standsInColumnsWhereThereIsRoom() {
        assertThat(drawing(figure(3, "plain")).legend().height())
                .isEqualTo(drawing(figure(1, "plain")).legend().height());
    }

    @Test
    void breaksALabelThatIsTooLongBetweenWordsAndLosesNothing() {
        List<String> lines = Lettering.lines(LONG + " " + "x".repeat(300), Lettering.SMALL, 500);

        assertThat(lines)
                .hasSizeGreaterThan(3)
                .allSatisfy(line ->
                        assertThat(Lettering.width(line, Lettering.SMALL)).isLessThanOrEqualTo(500));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo((LONG + "x".repeat(300)).replace(" ", ""));
    }

    @Test
    void writesTheLabelOfAnAxisAsLargeAsItFits() {
        String label = "mean squared error of a field whose name is long (unit of the solution squared)";

        assertThat(Lettering.width(label, Lettering.fitting(label, Lettering.LABEL, 360)))
                .isLessThanOrEqualTo(360);
        assertThat(Lettering.fitting("error", Lettering.LABEL, 360)).isEqualTo(Lettering.LABEL);
    }

    @Test
    void tellsEightSeriesApartInColourAndInGrey() {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Palette.colour(i)).isNotEqualTo(Palette.colour(j));
                assertThat(Palette.dot(i)).isNotEqualTo(Palette.dot(j));
            }
            assertThat(Palette.colour(i)).isNotEqualTo(Palette.INK);
            assertThat(Palette.line(i, 1).getDashArray() == null).isEqualTo(i < 4);
        }
    }

    private static PanelsDrawing drawing(Figure figure) {
        return PanelsDrawing.of(Panels.of(figure));
    }

    private static Figure figure(int series, String label) {
        return new Figure(
                "some",
                "some",
                new FigureAxis("x", "x", FigureAxis.Scale.LINEAR),
                new FigureAxis("y", "y", FigureAxis.Scale.LINEAR),
                IntStream.range(0, series)
                        .mapToObj(i -> new Series(
                                label + i,
                                i,
                                Mark.DOTS_AND_BAND,
                                List.of(PlotPoint.of(0, 0, 1), PlotPoint.of(1, 1, 1))))
                        .toList());
    }
}
