package stiffsweep.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What matters on a grid of settings: the functional analysis of variance of a number that was measured at each combination of
 * the axes' values, in several replicates.
 *
 * <p>The effect of an axis is the mean over all others, less the mean of all; that of a pair, the mean over the others, less
 * what its two axes do alone: I. M. Sobol', Mathematics and Computers in Simulation 55 (2001) 271, with all values of an axis
 * weighted alike. On a grid these parts are orthogonal, so that their variances add up to that between settings.
 *
 * <p>Noise makes the square of an effect too large. The products of the same effect in two different replicates are free of
 * it, since their noises are independent: the variance of an effect is the mean over all such products. Intervals resample
 * whole replicates, and take products of different ones alone.
 *
 * <p>What a seed adds to all settings alike is no effect, and takes no part.
 */
public final class GridAnova {

    private final int[] levels;
    private final double[][] values;
    private final Bootstrap bootstrap;

    /** The products of each effect in any two replicates: first all effects together, then each. */
    private final List<double[][]> products = new ArrayList<>();

    private final List<List<Integer>> axes = new ArrayList<>();

    /**
     * The analysis of some replicates.
     *
     * @param levels how many values each axis has
     * @param values the number measured in each replicate at each combination [replicates, combinations], the last axis
     *     running fastest, without NaN
     */
    public GridAnova(int[] levels, double[][] values, Bootstrap bootstrap) {
        int combinations = Arrays.stream(levels).reduce(1, Math::multiplyExact);
        for (double[] replicate : values) {
            if (replicate.length != combinations) {
                throw new IllegalArgumentException(
                        "a replicate must have " + combinations + " numbers, but got " + replicate.length);
            }
        }
        this.levels = levels.clone();
        this.values = values;
        this.bootstrap = bootstrap;
        double[][] rest = products(Arrays.stream(values)
                .map(replicate ->
                        shifted(replicate, -Arrays.stream(replicate).average().orElse(0)))
                .toArray(double[][]::new));
        products.add(Arrays.stream(rest).map(double[]::clone).toArray(double[][]::new));
        for (List<Integer> some : upToPairs(levels.length)) {
            double[][] own = products(Arrays.stream(values)
                    .map(replicate -> effect(levels, replicate, some))
                    .toArray(double[][]::new));
            add(some, own);
            for (int r = 0; r < rest.length; r++) {
                for (int s = 0; s < rest.length; s++) {
                    rest[r][s] -= own[r][s];
                }
            }
        }
        if (levels.length > 2) {
            add(List.of(), rest);
        }
    }

    private void add(List<Integer> some, double[][] own) {
        axes.add(some);
        products.add(own);
    }

    /** Each axis and each pair, and last what three or more axes do together, where there are so many. */
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        int[] once = IntStream.range(0, values.length).toArray();
        for (int i = 0; i < axes.size(); i++) {
            int effect = i;
            effects.add(Effect.within(axes.get(i), share(effect, once), interval(drawn -> share(effect, drawn))));
        }
        return effects;
    }

    /** The standard deviation between settings, without noise; zero where it is no larger than the noise explains. */
    public double deviation() {
        return Math.sqrt(Math.max(
                0, product(products.get(0), IntStream.range(0, values.length).toArray())));
    }

    /** The standard deviation between the replicates of a setting; NaN for a single replicate. */
    public double noise() {
        int n = values.length;
        double squares = 0;
        for (int cell = 0; cell < values[0].length; cell++) {
            int at = cell;
            double mean =
                    Arrays.stream(values).mapToDouble(row -> row[at]).average().orElse(0);
            squares += Arrays.stream(values)
                    .mapToDouble(row -> (row[at] - mean) * (row[at] - mean))
                    .sum();
        }
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / values[0].length);
    }

    /** How far the mean at one value of an axis lies from the mean of all, for each of its values. */
    public double[] effect(int axis) {
        double[] mean = new double[levels[axis]];
        for (double[] replicate : values) {
            double[] own = effect(levels, replicate, List.of(axis));
            for (int level = 0; level < mean.length; level++) {
                mean[level] += own[level] / values.length;
            }
        }
        return mean;
    }

    /** The interval of the difference between two values of an axis, the first less the second. */
    public Interval difference(int axis, int first, int second) {
        double[][] own = Arrays.stream(values)
                .map(replicate -> effect(levels, replicate, List.of(axis)))
                .toArray(double[][]::new);
        return bootstrap.interval(
                values.length,
                drawn -> Arrays.stream(drawn)
                        .mapToDouble(r -> own[r][first] - own[r][second])
                        .average()
                        .orElse(Double.NaN));
    }

    /** The interval of the effect of one value of an axis. */
    public Interval interval(int axis, int level) {
        double[][] own = Arrays.stream(values)
                .map(replicate -> effect(levels, replicate, List.of(axis)))
                .toArray(double[][]::new);
        return bootstrap.interval(
                values.length,
                drawn -> Arrays.stream(drawn)
                        .mapToDouble(r -> own[r][level])
                        .average()
                        .orElse(Double.NaN));
    }

    /** Few replicates have the range over their pairs, since a product takes two. */
    private Interval interval(ToDoubleFunction<int[]> share) {
        int n = values.length;
        if (n >= Bootstrap.FEWEST) {
            return bootstrap.interval(n, share);
        }
        double[] ofPairs = IntStream.range(0, n)
                .boxed()
                .flatMap(r -> IntStream.range(r + 1, n).mapToObj(s -> new int[] {r, s}))
                .mapToDouble(share)
                .toArray();
        boolean isKnown = ofPairs.length > 1 && Arrays.stream(ofPairs).noneMatch(Double::isNaN);
        Interval range = isKnown ? Interval.range(ofPairs) : Interval.unknown(n);
        return new Interval(range.lower(), range.upper(), range.method(), range.level(), n);
    }

    private double share(int effect, int[] drawn) {
        double all = product(products.get(0), drawn);
        return all > 0 ? product(products.get(effect + 1), drawn) / all : Double.NaN;
    }

    /** The mean product of different replicates among those drawn; the square where a single one was drawn. */
    private static double product(double[][] products, int[] drawn) {
        double sum = 0;
        long count = 0;
        for (int r : drawn) {
            for (int s : drawn) {
                if (r != s) {
                    sum += products[r][s];
                    count++;
                }
            }
        }
        return count == 0 ? products[drawn[0]][drawn[0]] : sum / count;
    }

    private static double[][] products(double[][] effects) {
        double[][] products = new double[effects.length][effects.length];
        for (int r = 0; r < effects.length; r++) {
            for (int s = 0; s < effects.length; s++) {
                double sum = 0;
                for (int i = 0; i < effects[r].length; i++) {
                    sum += effects[r][i] * effects[s][i];
                }
                products[r][s] = sum / effects[r].length;
            }
        }
        return products;
    }

    /** The effect of one axis or of a pair, at each of its combinations. */
    private static double[] effect(int[] levels, double[] replicate, List<Integer> some) {
        double[] mean = means(levels, replicate, some);
        double all = Arrays.stream(replicate).average().orElse(0);
        if (some.size() == 1) {
            return shifted(mean, -all);
        }
        double[] first = means(levels, replicate, some.subList(0, 1));
        double[] second = means(levels, replicate, some.subList(1, 2));
        for (int i = 0; i < mean.length; i++) {
            mean[i] += all - first[i / second.length] - second[i % second.length];
        }
        return mean;
    }

    private static double[] means(int[] levels, double[] replicate, List<Integer> some) {
        int size = some.stream().mapToInt(axis -> levels[axis]).reduce(1, (one, other) -> one * other);
        double[] means = new double[size];
        for (int cell = 0; cell < replicate.length; cell++) {
            means[index(levels, cell, some)] += replicate[cell] * size / replicate.length;
        }
        return means;
    }

    /**
     * What the mean and the effects of up to so many axes together make of a number at each combination.
     *
     * @param levels how many values each axis has
     * @param together 1 or 2
     */
    public static double[] predicted(int[] levels, double[] numbers, int together) {
        double[] predicted = new double[numbers.length];
        Arrays.fill(predicted, Arrays.stream(numbers).average().orElse(0));
        for (List<Integer> some : upToPairs(levels.length)) {
            if (some.size() <= together) {
                double[] effect = effect(levels, numbers, some);
                for (int cell = 0; cell < predicted.length; cell++) {
                    predicted[cell] += effect[index(levels, cell, some)];
                }
            }
        }
        return predicted;
    }

    /** Which combination of some axes a combination of all of them is. */
    private static int index(int[] levels, int cell, List<Integer> some) {
        int index = 0;
        for (int axis : some) {
            index = index * levels[axis] + level(levels, cell, axis);
        }
        return index;
    }

    /** Which value an axis has at a combination. */
    private static int level(int[] levels, int cell, int axis) {
        int left = cell;
        for (int i = levels.length - 1; i > axis; i--) {
            left /= levels[i];
        }
        return left % levels[axis];
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }

    static List<List<Integer>> upToPairs(int axes) {
        List<List<Integer>> some = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            some.add(List.of(i));
        }
        for (int i = 0; i < axes; i++) {
            for (int j = i + 1; j < axes; j++) {
                some.add(List.of(i, j));
            }
        }
        return some;
    }
}
