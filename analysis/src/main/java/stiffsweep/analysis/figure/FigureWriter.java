package stiffsweep.analysis.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import stiffsweep.analysis.AnalysisException;

/** Draws figures as SVG and PNG; the same figure always gives the same bytes on the same machine. */
public final class FigureWriter {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 500;

    /** Pixels of a PNG for each unit of a figure: enough for print in a column of 9 cm. */
    private static final int SCALE = 2;

    private static final List<String> ENDINGS = List.of(".svg", ".png", ".csv");

    private FigureWriter() {}

    /** Writes a figure over the one of its name in a folder; where it has no points, takes that one away. */
    public static void replace(Figure figure, Path folder) throws IOException {
        if (!figure.isEmpty()) {
            write(figure, folder);
            return;
        }
        for (String ending : ENDINGS) {
            Files.deleteIfExists(folder.resolve(figure.name() + ending));
        }
    }

    /** Writes {@code <name>.svg}, {@code <name>.png} and {@code <name>.csv} into a folder. */
    public static void write(Figure figure, Path folder) throws IOException {
        Files.writeString(folder.resolve(figure.name() + ".svg"), svg(figure));
        Files.write(folder.resolve(figure.name() + ".png"), png(figure));
        Files.writeString(
                folder.resolve(figure.name() + ".csv"), figure.points().asCsv(), UTF_8);
    }

    /**
     * The figure as an SVG document, which can also stand in a page: its ids begin with the figure's name. Its text is
     * drawn as outlines, so that it looks the same with any reader's fonts.
     */
    public static String svg(Figure figure) {
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Drawn by Stiffsweep");
        context.setIDGenerator(new NamedIds(figure.name()));
        SVGGraphics2D canvas = new SVGGraphics2D(context, true);
        canvas.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        draw(figure, canvas);
        Element root = canvas.getRoot();
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", figure.title());
        root.setAttribute("style", "background: white");
        StringWriter writer = new StringWriter();
        try {
            canvas.stream(root, writer, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = writer.toString();
        // The document type would send readers to the network, and a page has no place for it.
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text.substring(text.indexOf("<svg"));
    }

    /** The figure as a PNG image on white. */
    public static byte[] png(Figure figure) {
        BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.scale(SCALE, SCALE);
        draw(figure, canvas);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Figure figure, Graphics2D canvas) {
        withFonts(() -> {
            JFreeChart chart = Chart.of(figure);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        });
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform must have an XML parser", e);
        }
    }

    /** Draws, and says what to install where the machine has no font: AWT itself fails with a riddle then. */
    static void withFonts(Runnable drawing) {
        try {
            drawing.run();
        } catch (RuntimeException | LinkageError | InternalError e) {
            if (!comesFromFonts(e)) {
                throw e;
            }
            throw new AnalysisException(
                    "figures need a font, but this machine has none: install fontconfig and a font package,"
                            + " such as fonts-dejavu-core",
                    e);
        }
    }

    private static boolean comesFromFonts(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("sun.font.")
                        || frame.getClassName().startsWith("sun.awt.FontConfiguration")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Ids that stay apart when several figures stand in one page. */
    private static final class NamedIds extends SVGIDGenerator {

        private final String name;

        NamedIds(String name) {
            this.name = name;
        }

        @Override
        public String generateID(String prefix) {
            return name + "-" + super.generateID(prefix);
        }
    }
}
