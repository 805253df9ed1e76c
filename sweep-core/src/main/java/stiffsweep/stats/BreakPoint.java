package stiffsweep.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Two power laws in the place of one, which meet at a break point.
 *
 * <p>On the logarithms a line with one bend, fitted by least squares over all places of the bend. The test sets how much of the
 * squared residuals of a straight line the best bend takes away against how much it takes away from pure scatter at the same
 * x, which is simulated: the best of many places fits scatter too, so that the usual F test would find bends everywhere. It
 * takes the scatter for normal and independent.
 *
 * @param at where the laws meet
 * @param below the exponent below it
 * @param above the exponent above it
 * @param belowInterval the interval of the exponent below, over whole replicates, with the break point found anew in each
 *     resample
 * @param aboveInterval that of the exponent above
 * @param probability the probability that one power law with scatter bends so much by chance
 */
public record BreakPoint(
        double at, double below, double above, Interval belowInterval, Interval aboveInterval, double probability) {

    /** A line with one bend has four numbers, and a side with one x has any slope. */
    private static final int FEWEST_ABSCISSAE = 4;

    private static final int PLACES = 40;

    /** Below this probability two laws describe the points better. */
    public static final double SIGNIFICANT = 0.05;

    /**
     * The best two laws through the points of several replicates; nothing where x takes fewer than four values.
     *
     * @param x the abscissae, positive and finite
     * @param y the ordinates, positive and finite, as many
     * @param replicate the replicate that each point belongs to, as many
     * @param bootstrap how intervals are found, and how much is simulated for the test
     */
    public static Optional<BreakPoint> of(double[] x, double[] y, long[] replicate, Bootstrap bootstrap) {
        double[] logX = PowerLaw.logarithms("x", x);
        double[] logY = PowerLaw.logarithms("y", y);
        double[] distinct = Arrays.stream(logX).distinct().sorted().toArray();
        if (distinct.length < FEWEST_ABSCISSAE || logX.length <= FEWEST_ABSCISSAE) {
            return Optional.empty();
        }
        Bends bends = Bends.of(logX);
        Bends.Bent best = bends.best(logY);
        List<int[]> groups = PowerLaw.groups(replicate);
        Optional<Bends> common = common(logX, groups);
        Interval[] intervals = new Interval[2];
        for (int side = 0; side < intervals.length; side++) {
            int own = side;
            intervals[side] = bootstrap.interval(groups.size(), drawn -> slope(logX, logY, groups, drawn, common, own));
        }
        return Optional.of(new BreakPoint(
                Math.pow(10, best.at()),
                best.below(),
                best.above(),
                intervals[0],
                intervals[1],
                probability(bends, best.part(), logX.length, bootstrap)));
    }

    /** Whether two laws describe the points better than one does by chance. */
    public boolean isTold() {
        return probability < SIGNIFICANT;
    }

    private static double probability(Bends bends, double part, int points, Bootstrap bootstrap) {
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        int asMuch = 0;
        double[] scatter = new double[points];
        for (int i = 0; i < bootstrap.resamples(); i++) {
            Arrays.setAll(scatter, point -> random.nextGaussian());
            asMuch += bends.best(scatter).part() >= part ? 1 : 0;
        }
        return (asMuch + 1.0) / (bootstrap.resamples() + 1.0);
    }

    /** The places that all resamples share, where all replicates have the same abscissae in the same order. */
    private static Optional<Bends> common(double[] logX, List<int[]> groups) {
        double[] first = places(logX, groups.get(0));
        boolean isShared = groups.stream().allMatch(group -> Arrays.equals(places(logX, group), first));
        double[] all =
                groups.stream().flatMapToDouble(group -> Arrays.stream(first)).toArray();
        return isShared ? Optional.of(Bends.of(all)) : Optional.empty();
    }

    private static double[] places(double[] values, int[] points) {
        return Arrays.stream(points).mapToDouble(point -> values[point]).toArray();
    }

    private static double slope(
            double[] logX, double[] logY, List<int[]> groups, int[] drawn, Optional<Bends> common, int side) {
        int[] points = Arrays.stream(drawn)
                .flatMap(group -> Arrays.stream(groups.get(group)))
                .toArray();
        double[] x = places(logX, points);
        if (common.isEmpty() || points.length != logX.length) {
            if (Arrays.stream(x).distinct().count() < FEWEST_ABSCISSAE) {
                return Double.NaN;
            }
            return Bends.of(x).best(places(logY, points)).exponent(side);
        }
        return common.get().best(places(logY, points)).exponent(side);
    }

    /** All places of a bend over some abscissae. */
    private static final class Bends {

        private final double[] x;
        private final double[] places = new double[PLACES];

        /** What rises from each place on, less its own line, scaled to length one. */
        private final double[][] hinges = new double[PLACES][];

        /** The length before that. */
        private final double[] sizes = new double[PLACES];

        /** The slope of that line. */
        private final double[] tilts = new double[PLACES];

        private record Bent(double at, double below, double above, double part) {

            double exponent(int side) {
                return side == 0 ? below : above;
            }
        }

        private Bends(double[] x) {
            this.x = x;
        }

        /** Places from the second to the last but one of the abscissae: each side has two. */
        static Bends of(double[] x) {
            Bends bends = new Bends(x);
            double[] distinct = Arrays.stream(x).distinct().sorted().toArray();
            double first = distinct[1];
            double last = distinct[distinct.length - 2];
            for (int i = 0; i < PLACES; i++) {
                double place = first + (last - first) * i / (PLACES - 1);
                double[] hinge =
                        Arrays.stream(x).map(one -> Math.max(0, one - place)).toArray();
                bends.places[i] = place;
                bends.tilts[i] = bends.straighten(hinge);
                double size =
                        Math.sqrt(Arrays.stream(hinge).map(one -> one * one).sum());
                bends.sizes[i] = size;
                bends.hinges[i] = Arrays.stream(hinge).map(one -> one / size).toArray();
            }
            return bends;
        }

        /** Takes the least-squares line away, and says its slope. */
        private double straighten(double[] y) {
            double meanX = Arrays.stream(x).average().orElse(0);
            double meanY = Arrays.stream(y).average().orElse(0);
            double variance = 0;
            double covariance = 0;
            for (int i = 0; i < x.length; i++) {
                variance += (x[i] - meanX) * (x[i] - meanX);
                covariance += (x[i] - meanX) * (y[i] - meanY);
            }
            double slope = covariance / variance;
            for (int i = 0; i < x.length; i++) {
                y[i] -= meanY + slope * (x[i] - meanX);
            }
            return slope;
        }

        /** The bend that takes most of the squared residuals of the line away, and which part of them. */
        Bent best(double[] y) {
            double[] residuals = y.clone();
            double slope = straighten(residuals);
            double all = Arrays.stream(residuals).map(one -> one * one).sum();
            int best = 0;
            double most = 0;
            for (int i = 0; i < PLACES; i++) {
                double along = 0;
                for (int point = 0; point < residuals.length; point++) {
                    along += hinges[i][point] * residuals[point];
                }
                if (Math.abs(along) > Math.abs(most)) {
                    most = along;
                    best = i;
                }
            }
            double bend = most / sizes[best];
            double below = slope - bend * tilts[best];
            return new Bent(places[best], below, below + bend, all > 0 ? most * most / all : 0);
        }
    }
}
