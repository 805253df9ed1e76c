package stiffsweep.stop;

import java.util.OptionalLong;

/**
 * Asynchronous successive halving in its stopping form: at the rungs {@code minEpochs * reduction^k} a trial goes on where
 * it is among the best {@code 1/reduction} of those that have come there so far, rounded up.
 *
 * <p>L. Li et al., <i>A system for massively parallel hyperparameter tuning</i>, MLSys 2020, pauses each trial at a rung and
 * promotes the best. Here, as in Ray Tune, nothing waits: a trial is judged as it comes, so the first to come go on. The
 * bound is one of the marks and not an interpolation, so that only the order of trials counts.
 *
 * @param minEpochs the first rung [epochs]
 * @param reduction the inverse of the share that goes on, and the factor between two rungs
 */
public record SuccessiveHalving(long minEpochs, int reduction) implements StopRule {

    public SuccessiveHalving {
        if (minEpochs < 1 || reduction < 2) {
            throw new IllegalArgumentException("the first rung must be 1 epoch or later and the reduction 2 or more,"
                    + " but got " + minEpochs + " and " + reduction);
        }
    }

    @Override
    public OptionalLong rung(long epoch, long every) {
        long rung = minEpochs;
        while (rung <= epoch / reduction) {
            rung *= reduction;
        }
        return rung <= epoch && epoch < rung + every ? OptionalLong.of(rung) : OptionalLong.empty();
    }

    @Override
    public double bound(Marks marks) {
        return marks.smallest(1 + (marks.count() - 1) / reduction);
    }

    @Override
    public String reason(String metric, TrialSoFar trial, long rung, Marks marks) {
        return String.format(
                "stopped at the rung of %d epochs: %s %s is not among the best 1/%d of %d trials there (%s)",
                rung, metric, TrialSoFar.text(trial.latest()), reduction, marks.count(), TrialSoFar.text(bound(marks)));
    }
}
