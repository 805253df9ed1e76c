package stiffsweep.method;

import org.jspecify.annotations.Nullable;
import stiffsweep.loss.TrialLoss;
import stiffsweep.result.Outcome;

/**
 * How a trial is doing.
 *
 * @param epoch the epoch of its last known loss
 * @param last its last known loss
 * @param bestEpoch the epoch of its lowest loss; -1 where none was finite
 * @param best its lowest loss
 * @param stoppedBy why its method finds no lower loss; null while it may
 */
public record Standing(
        int epoch, TrialLoss last, int bestEpoch, TrialLoss best, Outcome.@Nullable StoppedBy stoppedBy) {}
