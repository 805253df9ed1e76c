package stiffsweep.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import stiffsweep.analysis.figure.Heatmap.Layer;

class HeatmapTest {

    private static final FigureAxis TIME = new FigureAxis("t", "t (s)", FigureAxis.Scale.LINEAR);
    private static final FigureAxis PLACE = new FigureAxis("x", "x", FigureAxis.Scale.LINEAR);

    @Test
    void putsEveryNumberIntoTheCsvAndLeavesBlankWhatIsNone(@TempDir Path folder) throws IOException {
        Heatmap map = new Heatmap(
                "small",
                "small",
                TIME,
                PLACE,
                List.of(0.0, 1.0),
                List.of(-1.0, 1.0),
                List.of(layer("value", 1.5, Double.NaN, 2.5, 3.5), layer("truth", 1.0, 2.0, 2.5, 3.0)));

        FigureWriter.write(map, folder);

        assertThat(folder.resolve("small.csv")).content().isEqualTo("""
                t,x,value,truth
                0.0,-1.0,1.5,1.0
                0.0,1.0,,2.0
                1.0,-1.0,2.5,2.5
                1.0,1.0,3.5,3.0
                """);
        assertThat(folder.resolve("small.png")).isNotEmptyFile();
        assertThat(map.unshown()).isEqualTo(1);
        PlotRange unit = PlotRange.edgeToEdge(List.of(0.0, 1.0), FigureAxis.Scale.LINEAR);
        PlotRange side = PlotRange.edgeToEdge(List.of(-1.0, 1.0), FigureAxis.Scale.LINEAR);
        BufferedImage image = Raster.of(map, map.layers().get(0), unit, side, unit, 2);
        assertThat(new Color(image.getRGB(0, 0), true).getAlpha()).isZero();
        assertThat(new Color(image.getRGB(0, 1), true).getAlpha()).isEqualTo(255);
    }

    /** A shape for each of 10 000 places would be megabytes, and slow to show. */
    @Test
    void isAnImageForEachLayerWithTextBesideIt() throws Exception {
        Heatmap map = map(101, (t, x) -> Math.sin(20 * x * t) * Math.exp(-t) + 1e-3 * Math.cos(5e3 * x * t));
        String svg = FigureWriter.svg(map);

        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("image").getLength()).isEqualTo(2);
        assertThat(root.getElementsByTagName("image")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("xlink:href")
                        .getNodeValue())
                .startsWith("data:image/png;base64,");
        assertThat(svg).contains(">t (s)</text", ">x</text", ">value</text").hasSizeLessThan(200_000);
        assertThat(FigureWriter.svg(map)).hasSizeLessThan(500_000);
    }

    static List<List<Double>> extremes() {
        return ExtremeValuesTest.VALUES.stream()
                .filter(values -> !values.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void drawsWhateverADoubleHolds(List<Double> values) {
        Heatmap map = new Heatmap(
                "extreme",
                "extreme",
                TIME,
                PLACE,
                List.of(3.0),
                IntStream.range(0, values.size()).mapToObj(i -> (double) i).toList(),
                List.of(new Layer("value", "value", 0, values)));

        assertThat(FigureWriter.svg(map)).doesNotContain("NaN", "Infinity", "∞", "�");
    }

    /** Halves of the ways from 0 to 1 and from 1 to 10 are 5 % and 55 % of the whole way. */
    @Test
    void givesEachPixelTheColourOfTheNearestPlace() {
        List<Double> places = List.of(0.0, 1.0, 10.0);
        Heatmap map = new Heatmap("m", "m", TIME, PLACE, places, List.of(0.0), List.of(layer("value", 0, 0.5, 1)));
        PlotRange x = PlotRange.edgeToEdge(places, FigureAxis.Scale.LINEAR);
        PlotRange unit = PlotRange.edgeToEdge(List.of(0.0, 1.0), FigureAxis.Scale.LINEAR);

        BufferedImage image = Raster.of(map, map.layers().get(0), x, unit, unit, 100);

        int[] colours = image.getRGB(0, 50, 100, 1, null, 0, 100);
        assertThat(colours[4]).isEqualTo(colours[0]).isEqualTo(ColourScale.at(0).getRGB());
        assertThat(colours[54])
                .isEqualTo(colours[5])
                .isEqualTo(ColourScale.at(0.5).getRGB());
        assertThat(colours[99])
                .isEqualTo(colours[55])
                .isEqualTo(ColourScale.at(1).getRGB());
    }

    /** The lightness L* of CIE 1976 rises by 8.4 in each ninth; to 15 %, as the colours are even by the newer CAM02-UCS. */
    @Test
    void lightnessRisesEvenlyAlongTheColours() {
        double[] lightness = IntStream.rangeClosed(0, 9)
                .mapToDouble(i -> lightness(ColourScale.at(i / 9.0)))
                .toArray();
        for (int i = 1; i < lightness.length; i++) {
            assertThat(lightness[i] - lightness[i - 1]).isCloseTo(8.4, withinPercentage(15));
        }
    }

    @Test
    void refusesALayerThatDoesNotFitTheGrid() {
        assertThatThrownBy(() -> new Heatmap(
                        "m", "m", TIME, PLACE, List.of(0.0), List.of(0.0, 1.0), List.of(layer("value", 1.0))))
                .hasMessage("a map must have a value for each place of its grid, 2, but value has 1");
    }

    private static double lightness(Color colour) {
        double luminance = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return 116 * Math.cbrt(luminance) - 16;
    }

    /** The light of a part of a colour of sRGB (IEC 61966-2-1). */
    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Layer layer(String column, double... values) {
        return new Layer(column, column, 0, Arrays.stream(values).boxed().toList());
    }

    private static Heatmap map(int places, DoubleBinaryOperator value) {
        List<Double> grid =
                IntStream.range(0, places).mapToObj(i -> i / (places - 1.0)).toList();
        List<Double> values = grid.stream()
                .flatMap(t -> grid.stream().map(x -> value.applyAsDouble(t, x)))
                .toList();
        return new Heatmap("map", "map", TIME, PLACE, grid, grid, List.of(new Layer("value", "value", 0, values)));
    }
}
