package stiffsweep.stats;

import java.util.stream.IntStream;

/**
 * Probabilities of several tests, corrected for their number.
 *
 * <p>S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979) 65: the
 * probability that any of the tests that find nothing by right falls below 5 % is at most 5 %.
 */
public final class Holm {

    private Holm() {}

    /** The corrected probabilities, in the order of those given; NaN is no test, and stays. */
    public static double[] corrected(double[] probabilities) {
        int[] order = IntStream.range(0, probabilities.length)
                .filter(i -> !Double.isNaN(probabilities[i]))
                .boxed()
                .sorted((one, other) -> Double.compare(probabilities[one], probabilities[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = probabilities.clone();
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * probabilities[order[i]]));
            corrected[order[i]] = largest;
        }
        return corrected;
    }
}
