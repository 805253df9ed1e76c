package stiffsweep.analysis.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** How each mark is drawn. */
final class Renderers {

    private static final float BAND_OPACITY = 0.18f;
    private static final float LINE = 1.4f;

    private Renderers() {}

    static XYLineAndShapeRenderer of(Series series) {
        return switch (series.mark()) {
            case DOTS_AND_BAND -> dressed(band(), series, stroke(series, LINE), Palette.dot(series.colour()), true);
            case DOTS_AND_BARS -> bars(series);
            case LINE_AND_BAND -> dressed(band(), series, stroke(series, LINE), Palette.dot(series.colour()), false);
            case LINE -> dressed(line(), series, stroke(series, LINE), Palette.dot(series.colour()), false);
            case FIT -> fit(series);
            case DASHES -> dressed(line(), series, Palette.dashed(LINE), Palette.dot(series.colour()), false);
            case LEVEL -> dressed(line(), series, Palette.dashed(1), Palette.dot(series.colour()), false);
            case CROSSES -> crosses(series);
        };
    }

    private static XYLineAndShapeRenderer line() {
        return new XYLineAndShapeRenderer(true, false);
    }

    private static XYLineAndShapeRenderer fit(Series series) {
        XYLineAndShapeRenderer renderer = line();
        dressed(renderer, series, stroke(series, 1), Palette.dot(series.colour()), false);
        renderer.setSeriesVisibleInLegend(0, false);
        return renderer;
    }

    private static XYLineAndShapeRenderer band() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(BAND_OPACITY);
        return renderer;
    }

    private static XYLineAndShapeRenderer bars(Series series) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(4);
        renderer.setErrorStroke(Palette.solid(1));
        dressed(renderer, series, stroke(series, LINE), Palette.dot(series.colour()), true);
        renderer.setSeriesLinesVisible(0, false);
        return renderer;
    }

    private static XYLineAndShapeRenderer crosses(Series series) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        dressed(renderer, series, Palette.solid(LINE), Palette.cross(), true);
        renderer.setSeriesShapesFilled(0, false);
        renderer.setDrawOutlines(true);
        renderer.setSeriesOutlineStroke(0, Palette.solid(LINE));
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, Palette.colour(series.colour()));
        return renderer;
    }

    private static BasicStroke stroke(Series series, float width) {
        return Palette.line(series.colour(), width);
    }

    private static XYLineAndShapeRenderer dressed(
            XYLineAndShapeRenderer renderer, Series series, BasicStroke stroke, Shape shape, boolean dots) {
        Color colour = Palette.colour(series.colour());
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesFillPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        renderer.setSeriesShape(0, shape);
        renderer.setSeriesShapesVisible(0, dots);
        if (!Palette.isFilled(series.colour())) {
            renderer.setSeriesFillPaint(0, Color.WHITE);
            renderer.setUseFillPaint(true);
            renderer.setDrawOutlines(true);
            renderer.setUseOutlinePaint(true);
            renderer.setSeriesOutlinePaint(0, colour);
            renderer.setSeriesOutlineStroke(0, Palette.solid(LINE));
        }
        return renderer;
    }
}
