package stiffsweep.analysis.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Colours, dots and strokes of figures.
 *
 * <p>The colours are told apart by people with any kind of colour vision: M. Okabe and K. Ito, "Color Universal Design"
 * (2008), without yellow, which is too light on paper, and the two darkest of P. Tol's "muted" scheme (2021). Dots differ in
 * shape as well, and lines of the first four from those of the last, for print in grey. Where panels beside each other have
 * more than eight series in all, those from the ninth on have empty dots and other broken lines.
 */
final class Palette {

    static final Color INK = new Color(0x1B2733);
    static final Color FAINT_INK = new Color(0x5B6875);
    static final Color GRID = new Color(0xDFE5EB);
    static final Color STRIP = new Color(0xEEF1F4);

    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0x882255),
            new Color(0x332288));

    private static final float DOT = 6;

    private Palette() {}

    static Color colour(int index) {
        return index == Series.INK ? INK : COLOURS.get(Math.floorMod(index, COLOURS.size()));
    }

    /** A dot's shape: each colour has one of its own. */
    static Shape dot(int index) {
        float half = DOT / 2;
        return switch (Math.floorMod(index, COLOURS.size())) {
            case 0 -> new Ellipse2D.Float(-half, -half, DOT, DOT);
            case 1 -> new Rectangle2D.Float(-half, -half, DOT, DOT);
            case 2 -> polygon(0, -DOT / 1.6f, DOT / 1.6f, half, -DOT / 1.6f, half);
            case 3 -> polygon(0, -DOT / 1.4f, DOT / 1.4f, 0, 0, DOT / 1.4f, -DOT / 1.4f, 0);
            case 4 -> polygon(0, DOT / 1.6f, DOT / 1.6f, -half, -DOT / 1.6f, -half);
            case 5 -> plus(DOT / 1.4f, DOT / 5);
            case 6 -> polygon(-half, -half, half, half, half, -half, -half, half);
            default -> polygon(DOT / 1.6f, 0, -half, DOT / 1.6f, -half, -DOT / 1.6f);
        };
    }

    static Shape cross() {
        Path2D cross = new Path2D.Float();
        cross.moveTo(-DOT / 2, -DOT / 2);
        cross.lineTo(DOT / 2, DOT / 2);
        cross.moveTo(-DOT / 2, DOT / 2);
        cross.lineTo(DOT / 2, -DOT / 2);
        return cross;
    }

    static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Whether a series has dots that are filled: of twice as many as there are colours the first ones. */
    static boolean isFilled(int index) {
        return index < COLOURS.size() || index % (2 * COLOURS.size()) < COLOURS.size();
    }

    /** The line of a series: of the last four colours a broken one. */
    static BasicStroke line(int index, float width) {
        boolean isFirst = index == Series.INK || Math.floorMod(index, COLOURS.size()) < COLOURS.size() / 2;
        if (isFilled(index)) {
            return isFirst ? solid(width) : broken(width, 9, 3);
        }
        return isFirst ? broken(width, 9, 3, 2, 3) : broken(width, 2, 2);
    }

    static BasicStroke dashed(float width) {
        return broken(width, 4, 3);
    }

    private static BasicStroke broken(float width, float... pattern) {
        float[] lengths = new float[pattern.length];
        for (int i = 0; i < pattern.length; i++) {
            lengths[i] = width * pattern[i];
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    private static Shape plus(float end, float side) {
        return polygon(
                -side, -end, side, -end, side, -side, end, -side, end, side, side, side, side, end, -side, end, -side,
                side, -end, side, -end, -side, -side, -side);
    }

    private static Shape polygon(float... corners) {
        Path2D polygon = new Path2D.Float();
        polygon.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            polygon.lineTo(corners[i], corners[i + 1]);
        }
        polygon.closePath();
        return polygon;
    }
}
