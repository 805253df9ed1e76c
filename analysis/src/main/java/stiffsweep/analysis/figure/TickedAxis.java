package stiffsweep.analysis.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of JFreeChart that shows positions, with the ticks that it is given: it counts no steps of its own. */
final class TickedAxis extends NumberAxis {

    private static final long serialVersionUID = 1;

    private final transient List<Tick> ticks;

    TickedAxis(PlotRange range, List<Tick> ticks) {
        this.ticks = ticks;
        setRange(range.lower(), range.upper());
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D canvas, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return ticks.stream()
                .map(tick -> new NumberTick(
                        tick.isLabelled() ? TickType.MAJOR : TickType.MINOR,
                        tick.position(),
                        tick.label(),
                        anchor,
                        TextAnchor.CENTER,
                        0))
                .toList();
    }
}
