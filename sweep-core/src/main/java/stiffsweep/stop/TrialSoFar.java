package stiffsweep.stop;

import java.util.Locale;

/**
 * How a trial has done so far, point by point of its curve. A value that is not a number is the largest there is.
 *
 * @param epoch the newest point's epoch
 * @param latest its value
 * @param best the lowest value so far
 * @param meanLog the mean logarithm of the values so far
 * @param points how many they are
 */
public record TrialSoFar(long epoch, double latest, double best, double meanLog, int points) {

    /** The first point of a curve. */
    static TrialSoFar from(long epoch, double value) {
        double first = lawful(value);
        return new TrialSoFar(epoch, first, first, Math.log(first), 1);
    }

    /** One point later; a trial that was cut off comes by points again that are known. */
    TrialSoFar then(long next, double value) {
        if (next <= epoch) {
            return this;
        }
        double now = lawful(value);
        // A mean that is built up so is exact where all values are equal.
        double mean = meanLog + (Math.log(now) - meanLog) / (points + 1);
        return new TrialSoFar(next, now, Math.min(best, now), mean, points + 1);
    }

    /** A value as a sentence says it. */
    static String text(double value) {
        return value < Double.MAX_VALUE ? String.format(Locale.ROOT, "%.3g", value) : "no number";
    }

    /** The value as a positive finite number, whose logarithm can be averaged. */
    private static double lawful(double value) {
        return value < Double.MAX_VALUE ? Math.max(value, Double.MIN_VALUE) : Double.MAX_VALUE;
    }
}
