package stiffsweep.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;

/**
 * How long the BCa intervals of the medians of many groups take, as one line of JSON: {@code MedianIntervals GROUPS REPLICATES
 * RESAMPLES}, on all cores that the process has.
 */
final class MedianIntervals {

    private MedianIntervals() {}

    /** Runs the measurement. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int groups = Integer.parseInt(arguments[0]);
        int replicates = Integer.parseInt(arguments[1]);
        Bootstrap bootstrap = new Bootstrap(Integer.parseInt(arguments[2]), 0.95, 1);
        double[][] samples = new double[groups][replicates];
        SplittableRandom random = new SplittableRandom(7);
        for (double[] sample : samples) {
            // Errors scatter by factors.
            Arrays.setAll(sample, i -> Math.exp(random.nextGaussian()));
        }
        double[] lengths = new double[groups];
        Spent spent = Spent.on(() -> IntStream.range(0, groups).parallel().forEach(group -> {
            Interval interval = bootstrap.bcaOfMedian(samples[group]);
            lengths[group] = interval.upper() - interval.lower();
        }));
        System.out.println(new JsonLine()
                .with("groups", (long) groups)
                .with("wall_seconds", spent.wallSeconds())
                .with("cpu_seconds", spent.cpuSeconds())
                .with("mean_length", Arrays.stream(lengths).average().orElse(Double.NaN)));
    }
}
