package stiffsweep.analysis.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import stiffsweep.analysis.figure.Heatmap.Layer;

/**
 * Maps laid out: squares side by side over one vertical axis, each above the scale of its colours.
 *
 * @param map what is shown
 * @param title the title in lines
 * @param x the horizontal axis of each map
 * @param y the vertical axis of all
 * @param left where the first map begins
 * @param side how wide and high a map is
 */
record HeatmapDrawing(Heatmap map, List<String> title, PlotRange x, PlotRange y, int left, int side)
        implements Drawing {

    /** Pixels of an image for each unit of the figure: as many as a PNG has. */
    private static final int FINENESS = 2;

    private static final int LARGEST = 300;
    private static final int EDGE = 12;
    private static final int GAP = 34;
    private static final int LINE = 20;
    private static final int TICK = 5;
    private static final int BAR = 12;

    /** The height of a label. */
    private static final int LABEL = 13;

    /** Powers of ten up to this one are written out along a scale of colours, others once beside its name. */
    private static final int LARGEST_POWER_WRITTEN = 2;

    static HeatmapDrawing of(Heatmap map) {
        PlotRange x = PlotRange.edgeToEdge(map.columns(), map.x());
        PlotRange y = PlotRange.edgeToEdge(map.rows(), map.y());
        double labels = Tick.few(map.y(), y).stream()
                .mapToDouble(tick -> Lettering.width(tick.label(), Lettering.SMALL))
                .max()
                .orElse(0);
        int left = EDGE + LINE + (int) Math.ceil(labels) + 2 * TICK;
        int layers = map.layers().size();
        int room = (PAGE - left - EDGE - TICK - (layers - 1) * GAP) / Math.max(1, layers);
        List<String> title = Lettering.lines(map.title(), Lettering.TITLE, PAGE - 2.0 * EDGE);
        return new HeatmapDrawing(map, title, x, y, left, Math.min(LARGEST, room));
    }

    @Override
    public int width() {
        return PAGE;
    }

    @Override
    public int height() {
        return bar() + BAR + TICK + LINE + EDGE;
    }

    @Override
    public void draw(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setPaint(Palette.INK);
        for (int i = 0; i < title.size(); i++) {
            write(canvas, title.get(i), Lettering.TITLE, EDGE, EDGE + LINE * (i + 0.7));
        }
        for (int i = 0; i < map.layers().size(); i++) {
            Layer layer = map.layers().get(i);
            PlotRange colours = colours(layer);
            int from = left + i * (side + GAP);
            drawMap(canvas, layer, colours, from);
            drawScale(canvas, colours, from);
        }
        drawRows(canvas);
    }

    /** The top of the maps. */
    private int top() {
        return EDGE + LINE * title.size() + LINE + TICK;
    }

    /** The top of the scales of colours. */
    private int bar() {
        return top() + side + TICK + 2 * LINE + EDGE;
    }

    /** The range of all layers that share a layer's colours. */
    private PlotRange colours(Layer layer) {
        List<Double> values = map.layers().stream()
                .filter(other -> other.colours() == layer.colours())
                .flatMap(other -> Stream.concat(other.values().stream(), other.ends().stream()))
                .toList();
        return PlotRange.edgeToEdge(values, FigureAxis.Scale.LINEAR);
    }

    private void drawMap(Graphics2D canvas, Layer layer, PlotRange colours, int from) {
        String label = layer.label() + (isPowerWritten(colours) ? "" : " (10" + Tick.raised(colours.power()) + ")");
        canvas.setPaint(Palette.INK);
        write(canvas, label, Lettering.fitting(label, Lettering.LABEL, side), from, top() - 2.0 * TICK);
        drawImage(canvas, Raster.of(map, layer, x, y, colours, FINENESS * side), from, top(), side);
        drawOutlines(canvas, layer, from);
        drawNotes(canvas, layer, colours, from);
        drawColumns(canvas, labelled(map.x(), x), x, from, top() + side);
        Font font = Lettering.fitting(map.x().label(), Lettering.LABEL, side);
        writeCentred(canvas, map.x().label(), font, from + side / 2.0, top() + side + TICK + 1.8 * LINE);
    }

    /** Draws an outline around each place that has one, dark around light, to be seen on any colour. */
    private void drawOutlines(Graphics2D canvas, Layer layer, int from) {
        double width = (double) side / map.columns().size();
        double height = (double) side / map.rows().size();
        for (int column = 0; column < map.columns().size(); column++) {
            for (int row = 0; row < map.rows().size(); row++) {
                if (layer.isOutlined(map.place(column, row))) {
                    double left =
                            from + side * Raster.part(x.position(map.columns().get(column)), x) - width / 2;
                    double top = top()
                            + side * (1 - Raster.part(y.position(map.rows().get(row)), y))
                            - height / 2;
                    drawOutline(canvas, Color.WHITE, new Rectangle2D.Double(left + 2, top + 2, width - 4, height - 4));
                    drawOutline(canvas, Palette.INK, new Rectangle2D.Double(left, top, width, height));
                }
            }
        }
    }

    private static void drawOutline(Graphics2D canvas, Color colour, Rectangle2D outline) {
        canvas.setPaint(colour);
        canvas.setStroke(Palette.solid(2));
        canvas.draw(outline);
    }

    /** Writes what is said of each place into it, light on dark colours and dark on light ones. */
    private void drawNotes(Graphics2D canvas, Layer layer, PlotRange colours, int from) {
        // Notes of rows that are lower than they are would cover each other.
        if (layer.notes().isEmpty() || map.rows().size() > Heatmap.MOST_NOTED_ROWS) {
            return;
        }
        for (int column = 0; column < map.columns().size(); column++) {
            for (int row = 0; row < map.rows().size(); row++) {
                int place = map.place(column, row);
                String note = layer.note(place);
                double part = Raster.part(colours.position(layer.values().get(place)), colours);
                double middle =
                        from + side * Raster.part(x.position(map.columns().get(column)), x);
                double foot =
                        top() + side * (1 - Raster.part(y.position(map.rows().get(row)), y)) + 4;
                Font font = Lettering.fitting(
                        note, Lettering.SMALL, 0.9 * side / map.columns().size());
                canvas.setPaint(part < 0.6 ? Color.WHITE : Palette.INK);
                write(canvas, note, font, middle - Lettering.width(note, font) / 2, foot);
            }
        }
    }

    private void drawScale(Graphics2D canvas, PlotRange colours, int from) {
        PlotRange written =
                isPowerWritten(colours) ? colours : new PlotRange(colours.scale(), 0, colours.lower(), colours.upper());
        drawImage(canvas, Raster.scale(FINENESS * side), from, bar(), BAR);
        drawColumns(canvas, Tick.few(written), written, from, bar() + BAR);
    }

    private static boolean isPowerWritten(PlotRange colours) {
        return Math.abs(colours.power()) <= LARGEST_POWER_WRITTEN;
    }

    private void drawImage(Graphics2D canvas, BufferedImage image, int from, int top, int height) {
        canvas.drawImage(image, from, top, side, height, null);
        canvas.setPaint(Palette.FAINT_INK);
        canvas.setStroke(Palette.solid(1));
        canvas.draw(new Rectangle2D.Double(from, top, side, height));
    }

    /** Draws the ticks of a horizontal axis and what they say. */
    private void drawColumns(Graphics2D canvas, List<Tick> all, PlotRange range, int from, int foot) {
        List<Tick> ticks = all.stream().filter(Tick::isLabelled).toList();
        double widest = ticks.stream()
                .mapToDouble(tick -> Lettering.width(tick.label(), Lettering.SMALL) + TICK)
                .max()
                .orElse(0);
        // Long labels stand at every second tick, or more rarely, so that none runs into the next.
        int step = Math.max(1, (int) Math.ceil(ticks.size() * widest / side));
        for (int i = 0; i < ticks.size(); i += step) {
            Tick tick = ticks.get(i);
            double at = from + side * Raster.part(tick.position(), range);
            drawTick(canvas, new Line2D.Double(at, foot, at, foot + TICK));
            writeCentred(canvas, tick.label(), Lettering.SMALL, at, foot + TICK + 0.7 * LINE);
        }
    }

    /** Draws the vertical axis, left of the first map, and its ticks left of each. */
    private void drawRows(Graphics2D canvas) {
        List<Tick> ticks = labelled(map.y(), y);
        int step = Math.max(1, (int) Math.ceil((double) ticks.size() * LABEL / side));
        for (int place = 0; place < ticks.size(); place += step) {
            Tick tick = ticks.get(place);
            double at = top() + side * (1 - Raster.part(tick.position(), y));
            for (int i = 0; i < map.layers().size(); i++) {
                int from = left + i * (side + GAP);
                drawTick(canvas, new Line2D.Double(from - TICK, at, from, at));
            }
            double width = Lettering.width(tick.label(), Lettering.SMALL);
            canvas.setPaint(Palette.INK);
            write(canvas, tick.label(), Lettering.SMALL, left - TICK - 3 - width, at + 4.5);
        }
        AffineTransform untouched = canvas.getTransform();
        canvas.rotate(-Math.PI / 2, EDGE + 0.7 * LINE, top() + side / 2.0);
        Font font = Lettering.fitting(map.y().label(), Lettering.LABEL, side);
        writeCentred(canvas, map.y().label(), font, EDGE + 0.7 * LINE, top() + side / 2.0);
        canvas.setTransform(untouched);
    }

    private static List<Tick> labelled(FigureAxis axis, PlotRange range) {
        return Tick.few(axis, range).stream().filter(Tick::isLabelled).toList();
    }

    private static void drawTick(Graphics2D canvas, Line2D tick) {
        canvas.setPaint(Palette.FAINT_INK);
        canvas.setStroke(Palette.solid(1));
        canvas.draw(tick);
    }

    private static void writeCentred(Graphics2D canvas, String text, Font font, double middle, double foot) {
        canvas.setPaint(Palette.INK);
        write(canvas, text, font, middle - Lettering.width(text, font) / 2, foot);
    }

    private static void write(Graphics2D canvas, String text, Font font, double x, double foot) {
        canvas.setFont(font);
        canvas.drawString(text, (float) x, (float) foot);
    }
}
