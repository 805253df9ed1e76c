package stiffsweep.analysis.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of an axis that a figure shows, on the axis' own scale: decimal logarithms where it is logarithmic.
 *
 * @param lower the lower end
 * @param upper the upper end, above the lower one
 */
record PlotRange(double lower, double upper) {

    /** Free space at each end, as a part of the whole. */
    private static final double MARGIN = 0.04;

    /** The range that shows all values; those that the scale cannot show are passed over. */
    static PlotRange of(List<Double> values, Axis.Scale scale) {
        List<Double> positions = new ArrayList<>();
        for (double value : values) {
            double position = scale == Axis.Scale.LOGARITHMIC ? Math.log10(value) : value;
            if (Double.isFinite(position)) {
                positions.add(position);
            }
        }
        double lower = positions.stream().mapToDouble(d -> d).min().orElse(0);
        double upper = positions.stream().mapToDouble(d -> d).max().orElse(1);
        if (scale == Axis.Scale.LOGARITHMIC && Math.floor(upper) - Math.ceil(lower) < 1) {
            // Only whole decades are labelled, and one label is no scale: show two or more.
            double first = Math.floor(lower);
            return new PlotRange(first, Math.max(first + 1, Math.ceil(upper)));
        }
        double margin = upper > lower ? MARGIN * (upper - lower) : 0.5;
        return new PlotRange(lower - margin, upper + margin);
    }

    /** This range with room above for a strip. */
    PlotRange withStrip() {
        return new PlotRange(lower, upper + 2 * MARGIN * (upper - lower));
    }

    /** Where the strip of {@link #withStrip()} begins. */
    double stripStart() {
        return upper - 2 * MARGIN / (1 + 2 * MARGIN) * (upper - lower);
    }

    /** A value's own unit from a position on the scale. */
    static double value(double position, Axis.Scale scale) {
        return scale == Axis.Scale.LOGARITHMIC ? Math.pow(10, position) : position;
    }
}
