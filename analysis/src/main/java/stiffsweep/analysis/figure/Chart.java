package stiffsweep.analysis.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import stiffsweep.analysis.figure.Series.Mark;

/** Title, plot and axes of a figure, laid out with JFreeChart, which is given positions and never a value. */
final class Chart {

    /** The room for a label along an axis. */
    private static final double PLOT_WIDTH = 650;

    private static final double PLOT_HEIGHT = 360;

    static {
        // Text that is turned stays text: drawn as outlines it is larger than the plot in a page.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final Figure figure;
    private final PlotRange x;
    private final PlotRange y;

    /** The ordinates without the strip above them. */
    private final PlotRange plotted;

    private Chart(Figure figure) {
        this.figure = figure;
        x = PlotRange.of(abscissae(figure), figure.x().scale());
        plotted = PlotRange.of(ordinates(figure), figure.y().scale());
        y = crosses(figure) == 0 ? plotted : plotted.withStrip(crosses(figure));
    }

    static JFreeChart of(Figure figure) {
        return new Chart(figure).framed();
    }

    private JFreeChart framed() {
        JFreeChart chart = new JFreeChart(null, null, plot(), false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(8, 8, 4, 16));
        TextTitle title = new TextTitle(figure.title(), Lettering.TITLE);
        title.setPaint(Palette.INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 4, 8, 0);
        chart.setTitle(title);
        return chart;
    }

    private XYPlot plot() {
        XYPlot plot = new GridPlot();
        plot.setDomainAxis(axis(figure.x().label(), x, PLOT_WIDTH));
        plot.setRangeAxis(axis(figure.y().label(), y, PLOT_HEIGHT));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(Palette.FAINT_INK);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        int strips = 0;
        for (int i = 0; i < figure.series().size(); i++) {
            Series series = figure.series().get(i);
            plot.setDataset(i, dataset(series, rowOfStrip(strips)));
            plot.setRenderer(i, Renderers.of(series));
            strips += series.mark() == Mark.CROSSES ? 1 : 0;
        }
        if (strips > 0) {
            plot.addRangeMarker(strip(), Layer.BACKGROUND);
        }
        return plot;
    }

    private static TickedAxis axis(String label, PlotRange range, double room) {
        TickedAxis drawn = new TickedAxis(range);
        drawn.setLabel(label);
        drawn.setLabelFont(Lettering.fitting(label, Lettering.LABEL, room));
        drawn.setLabelPaint(Palette.INK);
        drawn.setTickLabelFont(Lettering.SMALL);
        drawn.setTickLabelPaint(Palette.INK);
        drawn.setAxisLinePaint(Palette.FAINT_INK);
        drawn.setTickMarkPaint(Palette.FAINT_INK);
        drawn.setTickMarkOutsideLength(5);
        drawn.setLabelInsets(new RectangleInsets(6, 6, 6, 6));
        return drawn;
    }

    private IntervalMarker strip() {
        IntervalMarker strip = new IntervalMarker(plotted.upper(), y.upper(), Palette.STRIP);
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
        return y.upper() - (row + 1.0) / (crosses(figure) + 1) * (y.upper() - plotted.upper());
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
        double at = y.position(point.y());
        double lower = plotted.end(point.lower());
        double upper = plotted.end(point.upper());
        return new DrawnPoint(
                x.position(point.x()), at, Double.isNaN(lower) ? at : lower, Double.isNaN(upper) ? at : upper);
    }

    private Thinning thinning() {
        return new Thinning((x.upper() - x.lower()) / PLOT_WIDTH, (y.upper() - y.lower()) / PLOT_HEIGHT);
    }

    private static List<Double> ordinates(Figure figure) {
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

    private static List<Double> abscissae(Figure figure) {
        return figure.series().stream()
                .flatMap(series -> series.points().stream().filter(point -> figure.shows(series, point)))
                .map(PlotPoint::x)
                .toList();
    }

    /** How many series are crosses. */
    private static int crosses(Figure figure) {
        return (int) figure.series().stream()
                .filter(series -> series.mark() == Mark.CROSSES)
                .count();
    }
}
