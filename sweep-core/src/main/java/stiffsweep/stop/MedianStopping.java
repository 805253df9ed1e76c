package stiffsweep.stop;

import java.util.OptionalLong;

/**
 * The median stopping rule: at each point of its curve a trial ends whose best value so far is worse than the median of the
 * running means of the trials that have come so far.
 *
 * <p>D. Golovin et al., <i>Google Vizier: a service for black-box optimization</i>, KDD 2017, section 3.2.2, has arithmetic
 * means of completed trials. Here means are geometric, for errors and losses fall by orders of magnitude and a sum would
 * hold nothing but their beginning; and every trial that has come to an epoch counts there, completed or not.
 *
 * @param minEpochs no trial ends before [epochs]
 * @param minTrials no trial ends at an epoch to which fewer have come
 */
public record MedianStopping(long minEpochs, int minTrials) implements StopRule {

    public MedianStopping {
        if (minEpochs < 1 || minTrials < 2) {
            throw new IllegalArgumentException(
                    "trials must be compared after 1 epoch or more, and be 2 or more, but got " + minEpochs + " and "
                            + minTrials);
        }
    }

    @Override
    public OptionalLong rung(long epoch, long every) {
        return epoch >= minEpochs ? OptionalLong.of(epoch) : OptionalLong.empty();
    }

    @Override
    public double standing(TrialSoFar trial) {
        return Math.log(trial.best());
    }

    @Override
    public double mark(TrialSoFar trial) {
        return trial.meanLog();
    }

    /** Of an even number of marks the larger one in the middle: in doubt a trial goes on. */
    @Override
    public double bound(Marks marks) {
        return marks.count() < minTrials ? Double.POSITIVE_INFINITY : marks.smallest(marks.count() / 2 + 1);
    }

    @Override
    public String reason(String metric, TrialSoFar trial, long rung, Marks marks) {
        return String.format(
                "stopped at %d epochs: the lowest %s so far, %s, is above the median of the running means of %d trials"
                        + " there (%s)",
                rung, metric, TrialSoFar.text(trial.best()), marks.count(), TrialSoFar.text(Math.exp(bound(marks))));
    }
}
