package stiffsweep.analysis.figure;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.XYPlot;

/** A plot of JFreeChart over a grid with lines at the labelled ticks, and fainter ones at the others: two shapes in all. */
final class GridPlot extends XYPlot {

    private static final long serialVersionUID = 1;

    @Override
    protected void drawDomainGridlines(Graphics2D canvas, Rectangle2D area, List<ValueTick> ticks) {
        draw(canvas, ticks, (lines, tick) -> {
            double x = domain(tick, area);
            lines.moveTo(x, area.getMinY());
            lines.lineTo(x, area.getMaxY());
        });
    }

    @Override
    protected void drawRangeGridlines(Graphics2D canvas, Rectangle2D area, List<ValueTick> ticks) {
        draw(canvas, ticks, (lines, tick) -> {
            double y = getRangeAxis().valueToJava2D(tick.getValue(), area, getRangeAxisEdge());
            lines.moveTo(area.getMinX(), y);
            lines.lineTo(area.getMaxX(), y);
        });
    }

    private double domain(ValueTick tick, Rectangle2D area) {
        return getDomainAxis().valueToJava2D(tick.getValue(), area, getDomainAxisEdge());
    }

    private static void draw(Graphics2D canvas, List<ValueTick> ticks, Line line) {
        for (TickType type : List.of(TickType.MINOR, TickType.MAJOR)) {
            Path2D lines = new Path2D.Double();
            ticks.stream().filter(tick -> type.equals(tick.getTickType())).forEach(tick -> line.add(lines, tick));
            canvas.setStroke(Palette.solid(1));
            canvas.setPaint(type.equals(TickType.MAJOR) ? Palette.GRID : Palette.STRIP);
            canvas.draw(lines);
        }
    }

    /** Adds the line of a tick. */
    private interface Line {
        void add(Path2D lines, ValueTick tick);
    }
}
