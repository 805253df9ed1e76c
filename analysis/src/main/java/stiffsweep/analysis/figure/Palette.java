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
 * (2008), without yellow, which is too light on paper. Dots differ in shape as well, for print in grey.
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
            new Color(0xE69F00));

    private static final float DOT = 7;

    private Palette() {}

    static Color colour(int index) {
        return index == Series.INK ? INK : COLOURS.get(index % COLOURS.size());
    }

    /** A dot's shape, which goes on changing where the colours begin anew. */
    static Shape dot(int index) {
        return switch (Math.floorMod(index, 4)) {
            case 0 -> new Ellipse2D.Float(-DOT / 2, -DOT / 2, DOT, DOT);
            case 1 -> new Rectangle2D.Float(-DOT / 2, -DOT / 2, DOT, DOT);
            case 2 -> polygon(0, -DOT / 1.6f, DOT / 1.6f, DOT / 2, -DOT / 1.6f, DOT / 2);
            default -> polygon(0, -DOT / 1.4f, DOT / 1.4f, 0, 0, DOT / 1.4f, -DOT / 1.4f, 0);
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

    static BasicStroke dashed(float width) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4 * width, 3 * width}, 0);
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
