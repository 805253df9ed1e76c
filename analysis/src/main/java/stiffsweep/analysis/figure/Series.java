package stiffsweep.analysis.figure;

import java.util.List;

/**
 * Points of a figure that belong together.
 *
 * @param label what the legend says
 * @param colour the index of the colour, from 0: equal indices have equal colours in every figure
 * @param mark how the points are drawn
 * @param points the points, in the order in which lines connect them
 */
public record Series(String label, int colour, Mark mark, List<PlotPoint> points) {

    /** The colour of what is no group of trials, such as the truth: that of the text. */
    public static final int INK = -1;

    public Series {
        points = List.copyOf(points);
    }

    /** How points are drawn. */
    public enum Mark {
        /** Dots on a line, their intervals as a band. */
        DOTS_AND_BAND,
        /** Dots, their intervals as bars. */
        DOTS_AND_BARS,
        /** A line, its intervals as a band. */
        LINE_AND_BAND,
        /** A line. */
        LINE,
        /** A line that goes with dots of its colour; the legend passes over it. */
        FIT,
        /** A dashed line. */
        DASHES,
        /** A dashed line at one height, which the legend passes over. */
        LEVEL,
        /** Crosses on a strip above the plot, for points without an ordinate. */
        CROSSES;

        /** Whether the points are those of a line, none of which is marked by itself. */
        boolean isLine() {
            return switch (this) {
                case LINE, LINE_AND_BAND, DASHES, LEVEL, FIT -> true;
                case DOTS_AND_BAND, DOTS_AND_BARS, CROSSES -> false;
            };
        }
    }
}
