package stiffsweep.analysis.figure;

import java.awt.Color;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.List;

/**
 * The colours of a map, from the lowest value to the highest: S. van der Walt's and N. Smith's "viridis" (2015), whose
 * lightness rises evenly, so that equal steps look equal, in print in grey and to people with any kind of colour vision.
 */
final class ColourScale {

    /** How many colours are told apart in an image; number 0 is that of a place without a value, through which one sees. */
    private static final int LEVELS = 255;

    /** Ten colours of it in equal steps; between two of them it is a straight line, to one part in a hundred. */
    private static final List<Color> STEPS = List.of(
            new Color(0x440154),
            new Color(0x482878),
            new Color(0x3E4A89),
            new Color(0x31688E),
            new Color(0x26828E),
            new Color(0x1F9E89),
            new Color(0x35B779),
            new Color(0x6DCD59),
            new Color(0xB4DE2C),
            new Color(0xFDE725));

    static final IndexColorModel COLOURS = colours();

    private ColourScale() {}

    /** The number of the colour at a part of the way from the lowest value to the highest; 0 where it is not a number. */
    static int level(double part) {
        return Double.isNaN(part) ? 0 : 1 + (int) Math.round(Math.max(0, Math.min(1, part)) * (LEVELS - 1));
    }

    /** The colour at a part of the way, from 0 to 1. */
    static Color at(double part) {
        double place = part * (STEPS.size() - 1);
        int below = Math.min((int) place, STEPS.size() - 2);
        Color from = STEPS.get(below);
        Color to = STEPS.get(below + 1);
        double rest = place - below;
        return new Color(
                between(from.getRed(), to.getRed(), rest),
                between(from.getGreen(), to.getGreen(), rest),
                between(from.getBlue(), to.getBlue(), rest));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }

    private static IndexColorModel colours() {
        int[] colours = new int[LEVELS + 1];
        for (int i = 0; i < LEVELS; i++) {
            colours[i + 1] = at(i / (LEVELS - 1.0)).getRGB();
        }
        return new IndexColorModel(8, colours.length, colours, 0, true, 0, DataBuffer.TYPE_BYTE);
    }
}
