package stiffsweep.analysis.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** What the series of a figure are called, each beside its mark, in as many columns as there is room for. */
final class Legend {

    private static final double MARK = 36;
    private static final double GAP = 14;

    /** The length of a line, which shows how it is broken. */
    private static final double LENGTH = 30;

    private static final double LINE = 14;
    private static final double ROW_GAP = 3;

    /** From the top of a line to the foot of its letters, and to the middle of a mark. */
    private static final double ASCENT = 11;

    private static final double MIDDLE = 7.5;

    private final List<LegendItem> items = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();
    private final int columns;
    private final double columnWidth;

    /** The legend of some series that is no wider than there is room. */
    Legend(LegendItemCollection series, double room) {
        for (Iterator<?> all = series.iterator(); all.hasNext(); ) {
            if (all.next() instanceof LegendItem item) {
                items.add(item);
                texts.add(Lettering.lines(item.getLabel(), Lettering.SMALL, room - MARK - GAP));
            }
        }
        double widest = texts.stream()
                .flatMap(List::stream)
                .mapToDouble(line -> Lettering.width(line, Lettering.SMALL))
                .max()
                .orElse(0);
        columnWidth = MARK + widest + GAP;
        columns = Math.max(1, Math.min(items.size(), (int) (room / columnWidth)));
    }

    double height() {
        double height = 0;
        for (int row = 0; row * columns < items.size(); row++) {
            height += rowHeight(row);
        }
        return height;
    }

    void draw(Graphics2D canvas, double left, double top) {
        double y = top;
        for (int row = 0; row * columns < items.size(); row++) {
            for (int i = row * columns; i < Math.min(items.size(), (row + 1) * columns); i++) {
                drawItem(canvas, i, left + (i % columns) * columnWidth, y);
            }
            y += rowHeight(row);
        }
    }

    private double rowHeight(int row) {
        int lines = texts.subList(row * columns, Math.min(items.size(), (row + 1) * columns)).stream()
                .mapToInt(List::size)
                .max()
                .orElse(0);
        return lines * LINE + ROW_GAP;
    }

    private void drawItem(Graphics2D canvas, int index, double x, double y) {
        drawMark(canvas, items.get(index), x, y + MIDDLE);
        canvas.setFont(Lettering.SMALL);
        canvas.setPaint(Palette.INK);
        double foot = y + ASCENT;
        for (String line : texts.get(index)) {
            canvas.drawString(line, (float) (x + MARK), (float) foot);
            foot += LINE;
        }
    }

    private static void drawMark(Graphics2D canvas, LegendItem item, double x, double y) {
        if (item.isLineVisible()) {
            canvas.setPaint(item.getLinePaint());
            canvas.setStroke(item.getLineStroke());
            canvas.draw(new Line2D.Double(x, y, x + LENGTH, y));
        }
        AffineTransform untouched = canvas.getTransform();
        canvas.translate(x + LENGTH / 2, y);
        if (item.isShapeVisible() && item.isShapeFilled()) {
            canvas.setPaint(item.getFillPaint());
            canvas.fill(item.getShape());
        }
        if (item.isShapeVisible() && item.isShapeOutlineVisible()) {
            canvas.setPaint(item.getOutlinePaint());
            canvas.setStroke(item.getOutlineStroke());
            canvas.draw(item.getShape());
        }
        canvas.setTransform(untouched);
    }
}
