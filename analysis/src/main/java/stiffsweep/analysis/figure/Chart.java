package stiffsweep.analysis.figure;

import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import stiffsweep.analysis.figure.Series.Mark;

/** Lays a figure out with JFreeChart. */
final class Chart {

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final int MOST_DECADE_LABELS = 8;

    private Chart() {}

    static JFreeChart of(Figure figure) {
        PlotRange range = range(figure);
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(
                axis(figure.x(), PlotRange.of(abscissae(figure), figure.x().scale())));
        plot.setRangeAxis(axis(figure.y(), range));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(Palette.FAINT_INK);
        drawGrid(plot);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        for (int i = 0; i < figure.series().size(); i++) {
            Series series = figure.series().get(i);
            plot.setDataset(i, dataset(series, range, figure.y().scale()));
            plot.setRenderer(i, Renderers.of(series));
        }
        if (hasStrip(figure)) {
            plot.addRangeMarker(strip(range, figure.y().scale()), Layer.BACKGROUND);
        }
        return framed(figure, plot);
    }

    /** Lines at the ticks, and fainter ones between decades. */
    private static void drawGrid(XYPlot plot) {
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(Palette.solid(1));
        plot.setRangeGridlineStroke(Palette.solid(1));
        plot.setDomainMinorGridlinesVisible(true);
        plot.setRangeMinorGridlinesVisible(true);
        plot.setDomainMinorGridlinePaint(Palette.STRIP);
        plot.setRangeMinorGridlinePaint(Palette.STRIP);
        plot.setDomainMinorGridlineStroke(Palette.solid(1));
        plot.setRangeMinorGridlineStroke(Palette.solid(1));
    }

    private static JFreeChart framed(Figure figure, XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(8, 8, 8, 16));
        TextTitle title = new TextTitle(figure.title(), TITLE);
        title.setPaint(Palette.INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 4, 8, 0);
        chart.setTitle(title);
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(TICK);
        legend.setItemPaint(Palette.INK);
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 10, 2, 4));
        chart.addLegend(legend);
        return chart;
    }

    private static ValueAxis axis(Axis axis, PlotRange range) {
        ValueAxis drawn = axis.scale() == Axis.Scale.LOGARITHMIC ? decades(range) : linear();
        drawn.setRange(
                new Range(PlotRange.value(range.lower(), axis.scale()), PlotRange.value(range.upper(), axis.scale())));
        drawn.setLabel(axis.label());
        drawn.setLabelFont(LABEL);
        drawn.setLabelPaint(Palette.INK);
        drawn.setTickLabelFont(TICK);
        drawn.setTickLabelPaint(Palette.INK);
        drawn.setAxisLinePaint(Palette.FAINT_INK);
        drawn.setTickMarkPaint(Palette.FAINT_INK);
        drawn.setTickMarkOutsideLength(5);
        drawn.setLabelInsets(new RectangleInsets(6, 6, 6, 6));
        return drawn;
    }

    private static NumberAxis linear() {
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        return axis;
    }

    private static LogAxis decades(PlotRange range) {
        LogAxis axis = new LogAxis();
        axis.setSmallestValue(Double.MIN_NORMAL);
        double step = Math.max(1, Math.ceil((range.upper() - range.lower()) / MOST_DECADE_LABELS));
        axis.setTickUnit(new NumberTickUnit(step, NumberFormat.getInstance(Locale.ROOT), step == 1 ? 9 : 1));
        axis.setNumberFormatOverride(new DecadeFormat());
        return axis;
    }

    private static IntervalMarker strip(PlotRange range, Axis.Scale scale) {
        IntervalMarker strip = new IntervalMarker(
                PlotRange.value(range.stripStart(), scale), PlotRange.value(range.upper(), scale), Palette.STRIP);
        strip.setAlpha(1);
        strip.setOutlinePaint(null);
        strip.setLabel("no value");
        strip.setLabelFont(TICK);
        strip.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        strip.setLabelPaint(Palette.FAINT_INK);
        strip.setLabelAnchor(RectangleAnchor.LEFT);
        strip.setLabelTextAnchor(TextAnchor.CENTER_LEFT);
        return strip;
    }

    private static YIntervalSeriesCollection dataset(Series series, PlotRange range, Axis.Scale scale) {
        double strip = PlotRange.value((range.stripStart() + range.upper()) / 2, scale);
        double bottom = PlotRange.value(range.lower(), scale);
        YIntervalSeries drawn = new YIntervalSeries(series.label(), false, true);
        for (PlotPoint point : series.points()) {
            double y = series.mark() == Mark.CROSSES ? strip : point.y();
            boolean interval = !Double.isNaN(point.lower());
            // An interval may reach below what a logarithmic axis can show.
            drawn.add(point.x(), y, interval ? Math.max(bottom, point.lower()) : y, interval ? point.upper() : y);
        }
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        dataset.addSeries(drawn);
        return dataset;
    }

    private static PlotRange range(Figure figure) {
        List<Double> ordinates = new ArrayList<>();
        for (Series series : figure.series()) {
            for (PlotPoint point : series.points()) {
                ordinates.addAll(List.of(point.y(), point.lower(), point.upper()));
            }
        }
        PlotRange range = PlotRange.of(ordinates, figure.y().scale());
        return hasStrip(figure) ? range.withStrip() : range;
    }

    private static List<Double> abscissae(Figure figure) {
        return figure.series().stream()
                .flatMap(series -> series.points().stream())
                .map(PlotPoint::x)
                .toList();
    }

    private static boolean hasStrip(Figure figure) {
        return figure.series().stream().anyMatch(series -> series.mark() == Mark.CROSSES);
    }
}
