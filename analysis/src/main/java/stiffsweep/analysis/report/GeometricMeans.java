package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;

/** Means of the logarithms of positive values at each position, raised again, with their intervals. */
final class GeometricMeans {

    /** What they are, in a sentence. */
    static final String CAPTION =
            "Lines are geometric means over the replicates that have a positive value there, bands 95 % bootstrap intervals"
                    + " of the mean logarithm, or below five replicates the range.";

    private GeometricMeans() {}

    /** A point for each position. */
    static List<PlotPoint> of(SortedMap<Double, List<Double>> byPosition) {
        List<PlotPoint> points = new ArrayList<>();
        byPosition.forEach((position, values) -> points.add(at(position, values)));
        return points;
    }

    private static PlotPoint at(double position, List<Double> values) {
        double[] logarithms = values.stream().mapToDouble(Math::log).toArray();
        Interval interval = Bootstrap.STANDARD.interval(
                logarithms.length, drawn -> mean(Arrays.stream(drawn).mapToDouble(i -> logarithms[i])));
        return new PlotPoint(
                position,
                Math.exp(mean(Arrays.stream(logarithms))),
                Math.exp(interval.lower()),
                Math.exp(interval.upper()),
                logarithms.length);
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(Double.NaN);
    }
}
