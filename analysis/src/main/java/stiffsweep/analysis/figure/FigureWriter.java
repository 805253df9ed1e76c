package stiffsweep.analysis.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import stiffsweep.analysis.AnalysisException;

/** Draws figures as SVG, PDF and PNG; the same figure always gives the same bytes on the same machine. */
public final class FigureWriter {

    /** What the names of a figure's files end with. */
    public static final List<String> ENDINGS = List.of(".svg", ".pdf", ".png", ".csv");

    /** The width of a PNG in pixels: 450 in an inch of a column, 225 of a page. */
    private static final int PIXELS = 1520;

    private FigureWriter() {}

    /**
     * Writes {@code <name>.svg}, {@code <name>.pdf}, {@code <name>.png} and {@code <name>.csv} into a folder: all of them, or
     * none.
     *
     * @return the figure as an SVG element that stands in a page: its text is text, and its ids begin with the figure's name
     */
    public static String write(Picture figure, Path folder) throws IOException {
        String svg = svg(figure);
        byte[] pdf = pdf(figure);
        byte[] png = png(figure);
        String csv = figure.points().asCsv();
        write(folder, figure.name() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
        write(folder, figure.name() + ".pdf", pdf);
        write(folder, figure.name() + ".png", png);
        write(folder, figure.name() + ".csv", csv.getBytes(StandardCharsets.UTF_8));
        return svg.substring(svg.indexOf("<svg")).stripTrailing();
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    /** The figure as an SVG document: its text is text, which can be searched and edited. */
    public static String svg(Picture figure) {
        return drawn(() -> SvgDocument.of(figure, Drawing.of(figure)));
    }

    /** The figure as a PDF document for print, 85 or 170 mm wide: its text is drawn as outlines, the same everywhere. */
    public static byte[] pdf(Picture figure) {
        return drawn(() -> PdfDocument.of(figure, Drawing.of(figure)));
    }

    /** The figure as a PNG image on white. */
    public static byte[] png(Picture figure) {
        BufferedImage image = drawn(() -> image(Drawing.of(figure)));
        return EmbeddedImages.png(image);
    }

    private static BufferedImage image(Drawing drawing) {
        int scale = PIXELS / drawing.width();
        BufferedImage image = new BufferedImage(PIXELS, scale * drawing.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.scale(scale, scale);
        drawing.draw(canvas);
        canvas.dispose();
        return image;
    }

    /** Draws, and says what to install where the machine has no font: AWT itself fails with a riddle then. */
    static <T> T drawn(Supplier<T> drawing) {
        try {
            return drawing.get();
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
}
