package stiffsweep.stop;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * Which of some comparable trials end early. A rule compares them at rungs, epochs that they all come to: each leaves a
 * mark there, the marks so far make a bound, and a trial ends whose standing is above it. What is lower is better.
 */
public sealed interface StopRule extends Serializable permits Never, SuccessiveHalving, MedianStopping {

    /** No trial ends before these epochs. */
    long minEpochs();

    /**
     * The rung at which a point of a curve is compared, if at any.
     *
     * @param epoch the point's epoch
     * @param every the distance between two points of the curve
     */
    OptionalLong rung(long epoch, long every);

    /** What a trial is measured by: its newest value, unless the rule says otherwise. */
    default double standing(TrialSoFar trial) {
        return trial.latest();
    }

    /** What a trial leaves for others to be measured against: its newest value, unless the rule says otherwise. */
    default double mark(TrialSoFar trial) {
        return trial.latest();
    }

    /**
     * The largest standing that goes on.
     *
     * @param marks those left at the rung, the trial's own among them
     */
    double bound(Marks marks);

    /**
     * Why a trial ends, in a sentence.
     *
     * @param metric the result column that was compared
     * @param trial the trial so far
     */
    String reason(String metric, TrialSoFar trial, long rung, Marks marks);
}
