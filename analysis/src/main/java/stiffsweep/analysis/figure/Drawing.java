package stiffsweep.analysis.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/**
 * A figure laid out: a plot of always the same size, and below it the legend, as high as it must be.
 *
 * @param chart title, plot and axes
 * @param legend what the series are called
 */
record Drawing(JFreeChart chart, Legend legend) {

    static final int WIDTH = 760;

    /** The height of title, plot and axes. */
    static final int CHART = 462;

    private static final int LEGEND_LEFT = 22;
    private static final int BOTTOM = 12;

    static Drawing of(Figure figure) {
        JFreeChart chart = Chart.of(figure);
        return new Drawing(chart, new Legend(chart.getXYPlot().getLegendItems(), WIDTH - 2.0 * LEGEND_LEFT));
    }

    int height() {
        return CHART + (int) Math.ceil(legend.height()) + BOTTOM;
    }

    void draw(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, CHART));
        legend.draw(canvas, LEGEND_LEFT, CHART);
    }
}
