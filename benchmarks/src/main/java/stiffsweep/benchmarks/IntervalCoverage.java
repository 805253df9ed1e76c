package stiffsweep.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.PowerLaw;
import stiffsweep.stats.SignedRank;
import stiffsweep.stats.Wilson;

/**
 * How often the intervals that are printed cover what they estimate, in simulated sweeps: the table of {@code
 * docs/statistics.md}.
 *
 * <pre>java -cp "benchmarks/target/classes:benchmarks/target/lib/*" stiffsweep.benchmarks.IntervalCoverage</pre>
 */
public final class IntervalCoverage {

    private static final int[] SIZES = {2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30};
    private static final int SAMPLES = 4000;

    /** A fit is dear: a coverage of 95 % is then known to 1.1 %. */
    private static final int SWEEPS = 400;

    private static final int ABSCISSAE = 5;

    private IntervalCoverage() {}

    /** Prints the table, as Markdown. */
    public static void main(String[] args) {
        System.out.println(
                "| n | kind | median, normal | median, one in five fails | mean logarithm | exponent | success (p = 0.8) | ratio of pairs |");
        System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|");
        for (int size : SIZES) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %s | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                    size,
                    Bootstrap.STANDARD.ofMedian(new double[size]).kind(),
                    100 * ofMedian(size, 0),
                    100 * ofMedian(size, 0.2),
                    100 * ofMean(size),
                    100 * ofExponent(size),
                    100 * ofSuccess(size),
                    100 * ofRatio(size));
        }
    }

    /** Of the median of log errors that are normal, but for the share of the seeds that fail and end three decades above. */
    private static double ofMedian(int size, double failing) {
        // Half of all values lie below this quantile of the normal part: the failed ones lie above it.
        double truth = failing == 0 ? 0 : 0.318639;
        return coverage(SAMPLES, random -> {
            double[] sample = normal(random, size);
            for (int i = 0; i < size; i++) {
                sample[i] += random.nextDouble() < failing ? 10 : 0;
            }
            return Bootstrap.STANDARD.ofMedian(sample).contains(truth);
        });
    }

    private static double ofMean(int size) {
        return coverage(SAMPLES, random -> {
            double[] sample = normal(random, size);
            Interval interval = Bootstrap.STANDARD.interval(
                    size,
                    drawn -> Arrays.stream(drawn)
                            .mapToDouble(i -> sample[i])
                            .average()
                            .orElseThrow());
            return interval.contains(0);
        });
    }

    /** Of an exponent whose replicates scatter by 0.2, with a noise of 0.2 decades on each of five points. */
    private static double ofExponent(int size) {
        return coverage(SWEEPS, random -> {
            double[] x = new double[size * ABSCISSAE];
            double[] y = new double[x.length];
            long[] replicate = new long[x.length];
            for (int r = 0; r < size; r++) {
                double exponent = 1.5 + 0.2 * random.nextGaussian();
                for (int i = 0; i < ABSCISSAE; i++) {
                    int at = r * ABSCISSAE + i;
                    x[at] = Math.pow(10, i);
                    y[at] = Math.pow(10, exponent * i + 0.2 * random.nextGaussian());
                    replicate[at] = r;
                }
            }
            return PowerLaw.fit(x, y, replicate, Bootstrap.STANDARD).interval().contains(1.5);
        });
    }

    private static double ofSuccess(int size) {
        return coverage(SAMPLES, random -> {
            long successes = IntStream.range(0, size)
                    .filter(i -> random.nextDouble() < 0.8)
                    .count();
            return Wilson.interval(successes, size, Bootstrap.STANDARD.level()).contains(0.8);
        });
    }

    /** Of a ratio of two, whose pairs share what their seed does, and scatter besides by skewed factors of about two. */
    private static double ofRatio(int size) {
        return coverage(SAMPLES, random -> {
            double[] logRatios = new double[size];
            Arrays.setAll(logRatios, i -> {
                double seed = random.nextGaussian();
                double first = Math.log10(2) + seed - 0.3 * Math.log(random.nextDouble());
                double second = seed - 0.3 * Math.log(random.nextDouble());
                return first - second;
            });
            return SignedRank.of(logRatios, Bootstrap.STANDARD.level())
                    .interval()
                    .contains(Math.log10(2));
        });
    }

    private static double[] normal(SplittableRandom random, int size) {
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    private static double coverage(int samples, Predicate<SplittableRandom> covers) {
        SplittableRandom seeds = new SplittableRandom(20_261_128);
        SplittableRandom[] each = new SplittableRandom[samples];
        Arrays.setAll(each, i -> seeds.split());
        return Arrays.stream(each).parallel().filter(covers).count() / (double) samples;
    }
}
