package stiffsweep.analysis;

import java.util.Locale;

/**
 * What one trial says about a law y(x).
 *
 * @param x the abscissa; NaN where it is missing
 * @param y the ordinate; NaN where it was not measured
 * @param replicate the trial's replicate
 * @param outcome how the trial ended
 */
public record Observation(double x, double y, long replicate, String outcome) {

    /** Whether it is a measurement, of a trial that completed, and both coordinates have a logarithm. */
    public boolean usable() {
        return isCompleted() && x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y);
    }

    /** Why the trial cannot be used, in a word or two. */
    public String flaw() {
        if (!isCompleted()) {
            return outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return Double.isFinite(x) && Double.isFinite(y) ? "not positive" : "not measured";
    }

    private boolean isCompleted() {
        return outcome.equals("COMPLETED");
    }
}
