package stiffsweep.analysis.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/**
 * Lines laid out: a plot of always the same size, and below it the legend, as high as it must be.
 *
 * @param chart title, plot and axes
 * @param legend what the series are called
 */
record ChartDrawing(JFreeChart chart, Legend legend) implements Drawing {

    /** The height of title, plot and axes. */
    static final int CHART = 462;

    private static final int LEGEND_LEFT = 22;
    private static final int BOTTOM = 12;

    static ChartDrawing of(Figure figure) {
        JFreeChart chart = Chart.of(figure);
        return new ChartDrawing(chart, new Legend(chart.getXYPlot().getLegendItems(), WIDTH - 2.0 * LEGEND_LEFT));
    }

    @Override
    public int height() {
        return CHART + (int) Math.ceil(legend.height()) + BOTTOM;
    }

    @Override
    public void draw(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, CHART));
        legend.draw(canvas, LEGEND_LEFT, CHART);
    }
}
