package stiffsweep.analysis.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import stiffsweep.analysis.figure.Series.Mark;

/**
 * Plot and axes of a figure, laid out with JFreeChart, which is given positions and never a value.
 *
 * @param figure the figure
 * @param x the abscissae
 * @param plotted the ordinates without the strip above them
 * @param strips how many rows the strip above them has
 * @param width how wide the plot is
 * @param height how high the plot is
 */
record Chart(Figure figure, PlotRange x, PlotRange plotted, int strips, double width, double height) {

    /** How much more labels there is room for along a vertical axis than along a horizontal one. */
    private static final double DENSER = 1.7;

    static {
        // Text that is turned stays text: drawn as outlines it is larger than the plot in a page.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    /** The ordinates with the strip above them. */
    private PlotRange y() {
        return strips == 0 ? plotted : plotted.withStrip(strips);
    }

    /** Where the labels of the horizontal axis stand, and what they are. */
    List<Tick> columns() {
        return Tick.along(figure.x(), x, width);
    }

    /** Where the labels of the vertical axis stand, and what they are. */
    List<Tick> rows() {
        return Tick.along(figure.y(), y(), DENSER * height);
    }

    /** The plot without the labels of its axes. */
    XYPlot plot() {
        XYPlot plot = new GridPlot();
        plot.setDomainAxis(axis(x, columns()));
        plot.setRangeAxis(axis(y(), rows()));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(Palette.FAINT_INK);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        int crosses = 0;
        for (int i = 0; i < figure.series().size(); i++) {
            Series series = figure.series().get(i);
            plot.setDataset(i, dataset(series, rowOfStrip(crosses)));
            plot.setRenderer(i, Renderers.of(series));
            crosses += series.mark() == Mark.CROSSES ? 1 : 0;
        }
        if (strips > 0) {
            plot.addRangeMarker(strip(), Layer.BACKGROUND);
        }
        return plot;
    }

    private static TickedAxis axis(PlotRange range, List<Tick> ticks) {
        TickedAxis drawn = new TickedAxis(range, ticks);
        drawn.setTickLabelFont(Lettering.SMALL);
        drawn.setTickLabelPaint(Palette.INK);
        drawn.setAxisLinePaint(Palette.FAINT_INK);
        drawn.setTickMarkPaint(Palette.FAINT_INK);
        drawn.setTickMarkOutsideLength(4);
        drawn.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
        return drawn;
    }

    private IntervalMarker strip() {
        IntervalMarker strip = new IntervalMarker(plotted.upper(), y().upper(), Palette.STRIP);
        strip.setAlpha(1);
        strip.setOutlinePaint(null);
        strip.setLabel("no value");
        strip.setLabelFont(Lettering.SMALL);
        strip.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        strip.setLabelPaint(Palette.FAINT_INK);
        strip.setLabelAnchor(RectangleAnchor.LEFT);
        strip.setLabelTextAnchor(TextAnchor.CENTER_LEFT);
        return strip;
    }

    /** Where the crosses of one series stand in the strip: each has a row of its own, so that none hides another. */
    private double rowOfStrip(int row) {
        double upper = y().upper();
        return upper - (row + 1.0) / (strips + 1) * (upper - plotted.upper());
    }

    private YIntervalSeriesCollection dataset(Series series, double strip) {
        List<DrawnPoint> places = new ArrayList<>();
        for (PlotPoint point : series.points()) {
            if (figure.shows(series, point)) {
                places.add(series.mark() == Mark.CROSSES ? cross(point, strip) : place(point));
            }
        }
        YIntervalSeries drawn = new YIntervalSeries(series.label(), false, true);
        for (DrawnPoint place : series.mark().isLine() ? thinning().of(places) : places) {
            drawn.add(place.x(), place.y(), place.lower(), place.upper());
        }
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        dataset.addSeries(drawn);
        return dataset;
    }

    private DrawnPoint cross(PlotPoint point, double strip) {
        return new DrawnPoint(x.position(point.x()), strip, strip, strip);
    }

    private DrawnPoint place(PlotPoint point) {
        double at = plotted.position(point.y());
        double lower = plotted.end(point.lower());
        double upper = plotted.end(point.upper());
        return new DrawnPoint(
                x.position(point.x()), at, Double.isNaN(lower) ? at : lower, Double.isNaN(upper) ? at : upper);
    }

    private Thinning thinning() {
        PlotRange y = y();
        return new Thinning((x.upper() - x.lower()) / width, (y.upper() - y.lower()) / height);
    }

    /** The values that a vertical axis has to show. */
    static List<Double> ordinates(Figure figure) {
        List<Double> ordinates = new ArrayList<>();
        for (Series series : figure.series()) {
            for (PlotPoint point : series.points()) {
                if (figure.shows(series, point)) {
                    ordinates.addAll(List.of(point.y(), point.lower(), point.upper()));
                }
            }
        }
        return ordinates;
    }

    /** The values that a horizontal axis has to show. */
    static List<Double> abscissae(Figure figure) {
        return figure.series().stream()
                .flatMap(series -> series.points().stream().filter(point -> figure.shows(series, point)))
                .map(PlotPoint::x)
                .toList();
    }

    /** How many series are crosses. */
    static int crosses(Figure figure) {
        return (int) figure.series().stream()
                .filter(series -> series.mark() == Mark.CROSSES)
                .count();
    }
}
