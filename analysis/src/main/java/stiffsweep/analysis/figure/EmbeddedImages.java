package stiffsweep.analysis.figure;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.ImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Puts the images of a drawing into its document of SVG, as PNG in letters: the document needs no file beside it. */
final class EmbeddedImages implements ImageHandler {

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    @Override
    public void handleImage(RenderedImage image, Element element, SVGGeneratorContext context) {
        String letters = Base64.getEncoder().encodeToString(png(image));
        element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + letters);
    }

    @Override
    public void handleImage(Image image, Element element, SVGGeneratorContext context) {
        if (!(image instanceof BufferedImage pixels)) {
            throw new IllegalArgumentException("an image in a figure must be made of pixels, but got " + image);
        }
        handleImage((RenderedImage) pixels, element, context);
    }

    @Override
    public void handleImage(RenderableImage image, Element element, SVGGeneratorContext context) {
        handleImage(image.createDefaultRendering(), element, context);
    }

    /** An image as a file of PNG. */
    static byte[] png(RenderedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
