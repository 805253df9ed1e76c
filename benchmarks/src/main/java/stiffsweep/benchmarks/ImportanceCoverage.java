package stiffsweep.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stiffsweep.stats.BinnedAnova;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Effect;
import stiffsweep.stats.GridAnova;

/**
 * How often the intervals of shares hold the true ones of Ishigami's function and of the g-function, on a grid with noise and
 * where points are drawn: the tables of {@code docs/statistics.md}.
 *
 * <pre>java -cp "benchmarks/target/classes:benchmarks/target/lib/*" stiffsweep.benchmarks.ImportanceCoverage</pre>
 */
public final class ImportanceCoverage {

    private static final int SAMPLES = 500;

    private static final int[] LEVELS = {5, 6, 4};

    private static final double[] A = {0, 1, 4.5, 9};

    private ImportanceCoverage() {}

    /** Prints a line for each function and size: each effect with its true share and how often its interval held it. */
    public static void main(String[] args) {
        double[] grid = IntStream.range(0, 120)
                .mapToDouble(cell -> {
                    int first = cell / 24;
                    int second = cell / 4 % 6;
                    int third = cell % 4;
                    return ishigami((first + 0.5) / 5, (second + 0.3) / 6, (third + 0.5) / 4);
                })
                .toArray();
        List<Effect> exact = new GridAnova(LEVELS, new double[][] {grid}, Bootstrap.STANDARD).effects();
        double[] shares = exact.stream().mapToDouble(Effect::share).toArray();
        for (int replicates : new int[] {5, 6, 8, 10, 20}) {
            print(
                    "ishigami, grid, n = " + replicates,
                    shares,
                    random -> noisy(grid, replicates, random).effects());
        }
        for (int points : new int[] {64, 128, 256}) {
            print("g, drawn, " + points, ofG(), random -> drawn(points, 4, ImportanceCoverage::g, random));
            print(
                    "ishigami, drawn, " + points,
                    new double[] {0.3139, 0.4424, 0, 0, 0.2437, 0},
                    random -> drawn(points, 3, place -> ishigami(place[0], place[1], place[2]), random));
        }
    }

    private static void print(String what, double[] shares, Function<SplittableRandom, List<Effect>> sample) {
        SplittableRandom seeds = new SplittableRandom(20_261_129);
        SplittableRandom[] each = new SplittableRandom[SAMPLES];
        Arrays.setAll(each, i -> seeds.split());
        List<List<Effect>> samples = Arrays.stream(each).parallel().map(sample).toList();
        System.out.println(what + ": "
                + IntStream.range(0, shares.length)
                        .mapToObj(effect -> String.format(
                                Locale.ROOT,
                                "%s %.3f held %.1f %%",
                                samples.get(0).get(effect).axes(),
                                shares[effect],
                                100.0
                                        * samples.stream()
                                                .filter(some -> some.get(effect)
                                                        .interval()
                                                        .contains(shares[effect]))
                                                .count()
                                        / SAMPLES))
                        .collect(Collectors.joining(", ")));
    }

    /** Seeds shift all settings by two, and scatter each by one. */
    private static GridAnova noisy(double[] truth, int replicates, SplittableRandom random) {
        double[][] values = new double[replicates][];
        for (int r = 0; r < replicates; r++) {
            double shift = 2 * random.nextGaussian();
            values[r] = Arrays.stream(truth)
                    .map(value -> value + shift + random.nextGaussian())
                    .toArray();
        }
        return new GridAnova(LEVELS, values, Bootstrap.STANDARD);
    }

    private static List<Effect> drawn(
            int points, int axes, Function<double[], Double> function, SplittableRandom random) {
        double[][] places = new double[axes][points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            double[] place = random.doubles(axes).toArray();
            for (int axis = 0; axis < axes; axis++) {
                places[axis][i] = place[axis];
            }
            values[i] = function.apply(place);
        }
        return new BinnedAnova(places, values, 0, Bootstrap.STANDARD).effects();
    }

    /** T. Ishigami and T. Homma (1990), at places from 0 to 1 of [-pi, pi]. */
    private static double ishigami(double first, double second, double third) {
        double x = Math.PI * (2 * first - 1);
        double y = Math.PI * (2 * second - 1);
        double z = Math.PI * (2 * third - 1);
        return Math.sin(x) + 7 * Math.sin(y) * Math.sin(y) + 0.1 * z * z * z * z * Math.sin(x);
    }

    private static double g(double[] place) {
        double product = 1;
        for (int axis = 0; axis < place.length; axis++) {
            product *= (Math.abs(4 * place[axis] - 2) + A[axis]) / (1 + A[axis]);
        }
        return product;
    }

    /** The true shares of the g-function: products of V_i = 1 / (3 (1 + a_i)^2), of product_i (1 + V_i) - 1. */
    private static double[] ofG() {
        double[] single = Arrays.stream(A).map(a -> 1 / (3 * (1 + a) * (1 + a))).toArray();
        double all = Arrays.stream(single).reduce(1, (product, variance) -> product * (1 + variance)) - 1;
        double[] pairs = IntStream.range(0, A.length)
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, A.length).mapToObj(j -> single[i] * single[j]))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return IntStream.range(0, single.length + pairs.length)
                .mapToDouble(i -> (i < single.length ? single[i] : pairs[i - single.length]) / all)
                .toArray();
    }
}
