package stiffsweep.analysis.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The part of an axis that a figure shows, and how it places values there: at finite positions, whatever the values are.
 *
 * <p>A position is the decimal logarithm of a value where the axis is logarithmic, and else the value in units of a power
 * of ten, that of the largest one. So neither the ends nor the margins of a range overflow.
 *
 * @param scale how the axis is divided
 * @param power the power of ten that a linear axis counts in; 0 on a logarithmic one
 * @param lower the position of the lower end
 * @param upper the position of the upper end, above the lower one
 */
record PlotRange(FigureAxis.Scale scale, int power, double lower, double upper) {

    /** Free space at each end, as a part of the whole. */
    private static final double MARGIN = 0.04;

    /** Positions that differ by less are one: ticks between them would be rounding errors. */
    private static final double LEAST_SPAN = 1e-13;

    /** The largest power of ten whose inverse is a normal number, with some room. */
    private static final int LARGE = 300;

    /** The range of some values along an axis; words have half of their distance before the first and after the last. */
    static PlotRange of(List<Double> values, FigureAxis axis) {
        return axis.words().isEmpty() ? of(values, axis.scale()) : ofWords(axis);
    }

    /** The range from the smallest value along an axis to the largest. */
    static PlotRange edgeToEdge(List<Double> values, FigureAxis axis) {
        return axis.words().isEmpty() ? edgeToEdge(values, axis.scale()) : ofWords(axis);
    }

    private static PlotRange ofWords(FigureAxis axis) {
        return new PlotRange(FigureAxis.Scale.LINEAR, 0, -0.5, axis.words().size() - 0.5);
    }

    /** The range that shows all values, with free space at its ends; those that the scale cannot show are passed over. */
    static PlotRange of(List<Double> values, FigureAxis.Scale scale) {
        PlotRange tight = tight(values, scale);
        if (scale == FigureAxis.Scale.LOGARITHMIC && Math.floor(tight.upper) - Math.ceil(tight.lower) < 1) {
            // Only whole decades are labelled, and one label is no scale: show two or more.
            double first = Math.floor(tight.lower);
            return new PlotRange(scale, 0, first, Math.max(first + 1, Math.ceil(tight.upper)));
        }
        double margin = tight.hasWidth() ? MARGIN * (tight.upper - tight.lower) : 0.5;
        return new PlotRange(scale, tight.power, tight.lower - margin, tight.upper + margin);
    }

    /** The range from the smallest value to the largest; where all are one, with free space at its ends. */
    static PlotRange edgeToEdge(List<Double> values, FigureAxis.Scale scale) {
        PlotRange tight = tight(values, scale);
        return tight.hasWidth() ? tight : of(values, scale);
    }

    private boolean hasWidth() {
        return upper - lower > LEAST_SPAN;
    }

    private static PlotRange tight(List<Double> values, FigureAxis.Scale scale) {
        double[] shown =
                values.stream().mapToDouble(d -> d).filter(scale::shows).toArray();
        double largest = DoubleStream.of(shown).map(Math::abs).max().orElse(0);
        boolean isLinear = scale == FigureAxis.Scale.LINEAR;
        int power = isLinear && largest > 0 ? (int) Math.floor(Math.log10(largest)) : 0;
        double[] positions =
                DoubleStream.of(shown).map(d -> position(d, scale, power)).toArray();
        double lower = DoubleStream.of(positions).min().orElse(0);
        double upper = DoubleStream.of(positions).max().orElse(1);
        return new PlotRange(scale, power, lower, upper);
    }

    /** This range with room above for a strip with some rows. */
    PlotRange withStrip(int rows) {
        return new PlotRange(scale, power, lower, upper + MARGIN * (1 + rows) * (upper - lower));
    }

    /** Where a value stands; NaN where the scale cannot show it. */
    double position(double value) {
        return scale.shows(value) ? position(value, scale, power) : Double.NaN;
    }

    /** Where an end of an interval stands, which may lie beyond what is shown; NaN for an end that is unknown. */
    double end(double value) {
        if (scale == FigureAxis.Scale.LOGARITHMIC && value <= 0) {
            return lower;
        }
        // Of an infinite value the position is infinite too.
        return Math.max(lower, Math.min(upper, position(value, scale, power)));
    }

    private static double position(double value, FigureAxis.Scale scale, int power) {
        if (scale == FigureAxis.Scale.LOGARITHMIC) {
            return Math.log10(value);
        }
        return power < -LARGE
                ? value * Math.pow(10, LARGE) * Math.pow(10, -power - LARGE)
                : value / Math.pow(10, power);
    }
}
