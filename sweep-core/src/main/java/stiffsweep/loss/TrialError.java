package stiffsweep.loss;

/**
 * How far a trial's solution is from the truth, over all points and fields.
 *
 * @param meanSquared the mean of (value - truth)^2; NaN without a truth
 * @param relativeSquared the mean of ((value - truth) / truth)^2; NaN without a truth
 */
public record TrialError(double meanSquared, double relativeSquared) {

    /** Where there is no truth, or no point was drawn. */
    public static final TrialError UNKNOWN = new TrialError(Double.NaN, Double.NaN);
}
