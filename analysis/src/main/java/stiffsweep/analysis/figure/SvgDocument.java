package stiffsweep.analysis.figure;

import java.awt.Dimension;
import java.awt.Font;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A drawing as a document of SVG, with letters as text, which keeps its width in a reader's font. */
final class SvgDocument {

    /** Hundredths of a unit: finer than any printer. */
    private static final int DECIMALS = 2;

    private SvgDocument() {}

    static String of(Picture figure, Drawing drawing) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setComment("Drawn by Stiffsweep");
        context.setPrecision(DECIMALS);
        context.setGenericImageHandler(new SimpleImageHandler(new EmbeddedImages()));
        context.setIDGenerator(new NamedIds(figure.name()));
        SVGGraphics2D canvas = new SVGGraphics2D(context, false);
        canvas.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
        drawing.draw(canvas);
        Element root = canvas.getRoot();
        root.setAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", figure.title());
        root.setAttribute("style", "background: white");
        // The names of the fonts that AWT means are of no use elsewhere.
        root.setAttribute("font-family", "DejaVu Sans, Verdana, sans-serif");
        fixWidths(root, Lettering.SMALL);
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

    /** Gives each text below an element the width that the drawing has planned for it. */
    private static void fixWidths(Element element, Font inherited) {
        Font font = font(element, inherited);
        if (element.getTagName().equals("text")) {
            double width = Lettering.width(element.getTextContent(), font);
            element.setAttribute("textLength", String.valueOf(Math.round(10 * width) / 10.0));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                fixWidths(inside, font);
            }
        }
    }

    private static Font font(Element element, Font inherited) {
        Font font = inherited;
        String size = element.getAttribute("font-size");
        if (!size.isEmpty()) {
            font = font.deriveFont(Float.parseFloat(size.replace("px", "")));
        }
        String weight = element.getAttribute("font-weight");
        return weight.isEmpty() ? font : font.deriveFont(weight.equals("bold") ? Font.BOLD : Font.PLAIN);
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
