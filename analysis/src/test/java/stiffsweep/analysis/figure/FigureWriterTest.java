package stiffsweep.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.figure.Series.Mark;

class FigureWriterTest {

    @Test
    void writesWellFormedSvgForEveryMark() throws Exception {
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(FigureWriter.svg(everyMark("all")))))
                .getDocumentElement();

        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(svg.getAttribute("viewBox")).startsWith("0 0 380 ");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("every <mark>");
    }

    @Test
    void drawsNothingOutsideOfNumbers() {
        assertThat(FigureWriter.svg(everyMark("all"))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void keepsTheIdsOfTwoFiguresApart() {
        String first = FigureWriter.svg(everyMark("first"));

        assertThat(first).contains("id=\"first-").doesNotContain("id=\"clip").doesNotContain("id=\"default");
    }

    @Test
    void drawsInColourOnWhite() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureWriter.png(everyMark("all"))));

        assertThat(image.getWidth()).isEqualTo(1520);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(0, 0, 1520, 900, null, 0, 1520)).contains(0xFF0072B2, 0xFFD55E00);
    }

    @Test
    void putsEveryPlottedNumberIntoTheCsv(@TempDir Path folder) throws IOException {
        FigureWriter.write(everyMark("all"), folder);

        assertThat(Files.readString(folder.resolve("all.csv")).lines())
                .contains(
                        "series,stiffness,error_mse,lower,upper,trials",
                        "DOTS_AND_BAND,10.0,0.001,1.0E-4,0.01,5",
                        "DOTS_AND_BAND,100.0,0.002,,,1",
                        "CROSSES,100.0,,,,2")
                .hasSize(1 + 2 * Mark.values().length);
    }

    @Test
    void refusesANameThatIsNoFilesName() {
        assertThatThrownBy(() -> everyMark("../all")).hasMessageContaining("must be a file's name, but got ../all");
    }

    @Test
    void saysWhatToInstallWhereThereAreNoFonts() {
        NullPointerException inFonts = new NullPointerException("Fontconfig head is null, check your fonts");
        inFonts.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("sun.awt.FontConfiguration", "getVersion", "", 1)});

        assertThatThrownBy(() -> FigureWriter.drawn(() -> {
                    throw inFonts;
                }))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("install fontconfig and a font package");
        assertThatThrownBy(() -> FigureWriter.drawn(() -> {
                    throw new IllegalStateException("something else");
                }))
                .hasMessage("something else");
    }

    private static Figure everyMark(String name) {
        List<Series> series = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            boolean cross = mark == Mark.CROSSES;
            List<PlotPoint> points = cross
                    ? List.of(PlotPoint.of(10, Double.NaN, 1), PlotPoint.of(100, Double.NaN, 2))
                    : List.of(new PlotPoint(10, 1e-3, 1e-4, 1e-2, 5), PlotPoint.of(100, 2e-3, 1));
            series.add(new Series(mark.name(), series.size() % 2, mark, points));
        }
        return new Figure(
                name,
                "every <mark>",
                new FigureAxis("stiffness", "stiffness", FigureAxis.Scale.LOGARITHMIC),
                new FigureAxis("error_mse", "error", FigureAxis.Scale.LOGARITHMIC),
                series);
    }
}
