package stiffsweep.analysis.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;

/** Plots laid out: all of a row as high as each other, and below them the legend, which takes nothing from them. */
final class PanelsDrawing implements Drawing {

    private static final int EDGE = 10;
    private static final int LINE = 16;

    /** The room for ticks and their labels below a plot. */
    private static final int TICKS = 20;

    /** Between a plot and the one below. */
    private static final int GAP = 14;

    /** Between a plot and the one beside it: enough for the halves of two labels at their ends. */
    private static final int GAP_BESIDE = 26;

    /** Between the title and what is below it. */
    private static final int TITLE_GAP = 4;

    private static final double FIRST_HEIGHT = 190;

    /** The height of a plot below another one in a single column. */
    private static final double NEXT_HEIGHT = 95;

    private final Panels panels;
    private final List<String> title;
    private final boolean isOneX;
    private final boolean isOneY;
    private final List<Chart> charts = new ArrayList<>();
    private final List<Rectangle2D> plots = new ArrayList<>();
    private final Legend legend;
    private final double legendTop;

    private PanelsDrawing(Panels panels) {
        this.panels = panels;
        title = Lettering.lines(panels.title(), Lettering.TITLE, width() - 2.0 * EDGE);
        isOneX = panels.panels().stream().map(Figure::x).distinct().count() == 1;
        isOneY = panels.panels().stream().map(Figure::y).distinct().count() == 1;
        double bottom = layOut();
        legendTop = bottom + EDGE / 2.0;
        legend = new Legend(items(), width() - 2.0 * EDGE);
    }

    static PanelsDrawing of(Panels panels) {
        return new PanelsDrawing(panels);
    }

    @Override
    public int width() {
        return panels.columns() == 1 ? COLUMN : PAGE;
    }

    @Override
    public int height() {
        return (int) Math.ceil(legendTop + legend.height()) + EDGE;
    }

    Legend legend() {
        return legend;
    }

    /** Where the points of a panel are drawn. */
    Rectangle2D plot(int panel) {
        return plots.get(panel);
    }

    @Override
    public void draw(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int i = 0; i < title.size(); i++) {
            write(canvas, title.get(i), Lettering.TITLE, EDGE, EDGE + LINE * (i + 0.7));
        }
        for (int i = 0; i < charts.size(); i++) {
            drawPanel(canvas, i);
        }
        if (!plots.isEmpty()) {
            drawLabels(canvas);
        }
        legend.draw(canvas, EDGE, legendTop);
    }

    /** Makes the charts, row by row; where the last one and what is written below it end. */
    private double layOut() {
        Map<FigureAxis, PlotRange> abscissae = ranges(Figure::x, Chart::abscissae);
        Map<FigureAxis, PlotRange> ordinates = ranges(Figure::y, Chart::ordinates);
        int columns = panels.columns();
        double[] lefts = lefts(abscissae, ordinates);
        double width = (width() - EDGE - Arrays.stream(lefts).sum() - (columns - 1.0) * GAP_BESIDE) / columns;
        double top = EDGE + LINE * title.size() + TITLE_GAP;
        for (int first = 0; first < panels.panels().size(); first += columns) {
            double height =
                    columns == 1 ? (first == 0 ? FIRST_HEIGHT : NEXT_HEIGHT) : Math.min(FIRST_HEIGHT, 0.8 * width);
            top += titleLines(first, width) * LINE;
            double left = 0;
            for (int i = first; i < Math.min(first + columns, panels.panels().size()); i++) {
                left += lefts[i - first];
                Figure panel = panels.panels().get(i);
                charts.add(chart(panel, abscissae, ordinates, width, height));
                plots.add(new Rectangle2D.Double(left, top, width, height));
                left += width + GAP_BESIDE;
            }
            top += height + below(first);
        }
        return top;
    }

    private Chart chart(
            Figure panel,
            Map<FigureAxis, PlotRange> abscissae,
            Map<FigureAxis, PlotRange> ordinates,
            double width,
            double height) {
        int strips = panels.panels().stream()
                .filter(other -> other.y().equals(panel.y()))
                .mapToInt(Chart::crosses)
                .max()
                .orElse(0);
        return new Chart(
                panel,
                Objects.requireNonNull(abscissae.get(panel.x())),
                Objects.requireNonNull(ordinates.get(panel.y())),
                strips,
                width,
                height);
    }

    private Map<FigureAxis, PlotRange> ranges(
            Function<Figure, FigureAxis> axis, Function<Figure, List<Double>> values) {
        Map<FigureAxis, List<Double>> all = new HashMap<>();
        panels.panels()
                .forEach(panel -> all.computeIfAbsent(axis.apply(panel), key -> new ArrayList<>())
                        .addAll(values.apply(panel)));
        Map<FigureAxis, PlotRange> ranges = new HashMap<>();
        all.forEach((one, some) -> ranges.put(one, PlotRange.of(some, one)));
        return ranges;
    }

    /** The room left of the plots of each column: for ticks, their labels and the label of the axis. */
    private double[] lefts(Map<FigureAxis, PlotRange> abscissae, Map<FigureAxis, PlotRange> ordinates) {
        double[] lefts = new double[panels.columns()];
        for (int i = 0; i < panels.panels().size(); i++) {
            int column = i % panels.columns();
            if (column == 0 || !isOneY) {
                double ticks =
                        chart(panels.panels().get(i), abscissae, ordinates, FIRST_HEIGHT, FIRST_HEIGHT).rows().stream()
                                .mapToDouble(tick -> Lettering.width(tick.label(), Lettering.SMALL))
                                .max()
                                .orElse(0);
                int lines =
                        beside(panels.panels().get(i).y().label(), labelRoom(i)).size();
                lefts[column] = Math.max(lefts[column], EDGE + LINE * lines + Math.ceil(ticks) + 8);
            }
        }
        return lefts;
    }

    /** How many lines the titles of a row take. */
    private int titleLines(int first, double width) {
        return panels
                .panels()
                .subList(
                        first,
                        Math.min(first + panels.columns(), panels.panels().size()))
                .stream()
                .filter(panel -> !panel.title().isEmpty())
                .mapToInt(panel ->
                        Lettering.lines(panel.title(), Lettering.SMALL, width).size())
                .max()
                .orElse(0);
    }

    /** The room below the plots of a row. */
    private double below(int first) {
        boolean isLast = first + panels.columns() >= panels.panels().size();
        boolean hasLabel =
                panels.panels().stream().anyMatch(panel -> !panel.x().label().isEmpty());
        boolean hasTicks =
                !isOneX || first + 2 * panels.columns() > panels.panels().size();
        return (hasTicks ? TICKS : 0) + (hasLabel && (!isOneX || isLast) ? LINE : 0) + (isLast ? 0 : GAP);
    }

    private void drawPanel(Graphics2D canvas, int index) {
        Rectangle2D area = plots.get(index);
        XYPlot plot = charts.get(index).plot();
        boolean hasRows = index % panels.columns() == 0 || !isOneY;
        boolean hasColumns = index + panels.columns() >= panels.panels().size() || !isOneX;
        plot.getRangeAxis().setTickLabelsVisible(hasRows);
        plot.getDomainAxis().setTickLabelsVisible(hasColumns);
        AxisSpace left = new AxisSpace();
        left.setLeft(EDGE);
        plot.setFixedRangeAxisSpace(left);
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(TICKS);
        plot.setFixedDomainAxisSpace(bottom);
        plot.draw(
                canvas,
                new Rectangle2D.Double(
                        area.getX() - EDGE, area.getY(), area.getWidth() + EDGE, area.getHeight() + TICKS),
                null,
                null,
                null);
        Figure panel = panels.panels().get(index);
        if (!panel.title().isEmpty()) {
            List<String> lines = Lettering.lines(panel.title(), Lettering.SMALL, area.getWidth());
            for (int i = 0; i < lines.size(); i++) {
                write(
                        canvas,
                        lines.get(i),
                        Lettering.SMALL,
                        area.getX(),
                        area.getY() - 5 - LINE * (lines.size() - 1.0 - i));
            }
        }
        if (!isOneX) {
            writeBelow(canvas, panel.x().label(), area.getCenterX(), area.getMaxY(), area.getWidth());
        }
        if (!isOneY) {
            writeBeside(canvas, panel.y().label(), index, area.getCenterY());
        }
    }

    /** Writes the labels that all panels share. */
    private void drawLabels(Graphics2D canvas) {
        Rectangle2D all = new Rectangle2D.Double();
        all.setRect(plots.get(0));
        plots.forEach(all::add);
        Figure first = panels.panels().get(0);
        if (isOneX) {
            writeBelow(canvas, first.x().label(), all.getCenterX(), all.getMaxY(), all.getWidth());
        }
        if (isOneY) {
            writeBeside(canvas, first.y().label(), 0, all.getCenterY());
        }
    }

    private static void writeBelow(Graphics2D canvas, String label, double middle, double bottom, double room) {
        Font font = Lettering.fitting(label, Lettering.LABEL, room);
        write(canvas, label, font, middle - Lettering.width(label, font) / 2, bottom + TICKS + 0.75 * LINE);
    }

    private void writeBeside(Graphics2D canvas, String label, int index, double middle) {
        int column = index % panels.columns();
        double left = column == 0 ? EDGE : plots.get(index - 1).getMaxX() + GAP_BESIDE + EDGE;
        for (String line : beside(label, labelRoom(index))) {
            AffineTransform untouched = canvas.getTransform();
            canvas.rotate(-Math.PI / 2, left + 0.6 * LINE, middle);
            double half = Lettering.width(line, Lettering.LABEL) / 2;
            write(canvas, line, Lettering.LABEL, left + 0.6 * LINE - half, middle);
            canvas.setTransform(untouched);
            left += LINE;
        }
    }

    /** The lines of a label beside plots. */
    private static List<String> beside(String label, double room) {
        return Lettering.lines(label, Lettering.LABEL, room);
    }

    /** How long a label beside a panel may be, or beside all of them where they share it. */
    private double labelRoom(int index) {
        int rows = (panels.panels().size() + panels.columns() - 1) / panels.columns();
        double first = panels.columns() == 1 ? FIRST_HEIGHT : Math.min(FIRST_HEIGHT, 0.6 * width() / panels.columns());
        double own = panels.columns() == 1 && index > 0 ? NEXT_HEIGHT : first;
        return isOneY ? first * rows : own;
    }

    private static void write(Graphics2D canvas, String text, Font font, double x, double foot) {
        canvas.setPaint(Palette.INK);
        canvas.setFont(font);
        canvas.drawString(text, (float) x, (float) foot);
    }

    private static boolean isNamed(Series series) {
        return series.mark() != Series.Mark.FIT && series.mark() != Series.Mark.LEVEL;
    }

    /** What the legend says: each series once, by the first plot that has its mark in its colour, and crosses where their plot is the only one of its kind. */
    private LegendItemCollection items() {
        LegendItemCollection items = new LegendItemCollection();
        List<Series> known = new ArrayList<>();
        for (Chart chart : charts) {
            boolean isAlone = charts.stream()
                            .filter(other ->
                                    other.figure().y().equals(chart.figure().y()))
                            .count()
                    == 1;
            XYPlot plot = chart.plot();
            for (int i = 0; i < chart.figure().series().size(); i++) {
                Series series = chart.figure().series().get(i);
                boolean isNamed = isNamed(series) && (isAlone || series.mark() != Series.Mark.CROSSES);
                if (isNamed && known.stream().noneMatch(other -> isNamedBy(other, series))) {
                    known.add(series);
                    items.add(plot.getRenderer(i).getLegendItem(i, 0));
                }
            }
        }
        return items;
    }

    /** Whether the legend has a series already, perhaps with more to say of it, as a plot above does. */
    private static boolean isNamedBy(Series known, Series series) {
        boolean looksAlike = known.colour() == series.colour() && known.mark() == series.mark();
        return known.label().equals(series.label())
                || (looksAlike && known.label().startsWith(series.label() + ":"));
    }
}
