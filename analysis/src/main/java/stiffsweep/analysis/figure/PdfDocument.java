package stiffsweep.analysis.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * A drawing as a document of PDF with one page, as large as the figure is in print. Its letters are outlines, the same on
 * every machine: the fonts of a figure are those of the machine that draws it.
 */
final class PdfDocument {

    /** A unit in points: a column of 85 mm. */
    private static final float POINT = (float) (85 / 25.4 * 72 / Drawing.COLUMN);

    private PdfDocument() {}

    static byte[] of(Picture figure, Drawing drawing) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(POINT * drawing.width(), POINT * drawing.height()));
            document.addPage(page);
            document.getDocumentInformation().setTitle(figure.title());
            document.getDocumentInformation().setProducer("Stiffsweep");
            PdfBoxGraphics2D canvas = new PdfBoxGraphics2D(document, drawing.width(), drawing.height());
            drawing.draw(canvas);
            canvas.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINT, POINT));
                content.drawForm(canvas.getXFormObject());
            }
            // In the place of an identity by the clock: the same figure has the same bytes.
            document.setDocumentId(0L);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
