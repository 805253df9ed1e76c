package stiffsweep.method;

import stiffsweep.result.Outcome;
import stiffsweep.sweep.Trial;

/** What is said of a loss that is not finite, and what helps. */
final class Divergence {

    private Divergence() {}

    /** Before the first step: nothing has been learned yet that could have gone wrong. */
    static Outcome.Diverged atTheStart(double loss) {
        return new Outcome.Diverged("the loss must be finite where a training starts, but was " + loss
                + " before the first step: a residual, or a field, is not finite there; give other parameters, points, weights"
                + " or initial weights, or network.precision = float64");
    }

    /** After some steps of a first-order training. */
    static Outcome.Diverged after(long epochs, double loss, Trial trial) {
        return epochs == 0
                ? atTheStart(loss)
                : new Outcome.Diverged("the loss must stay finite, but was " + loss + " after " + epochs
                        + (epochs == 1 ? " epoch" : " epochs") + ": lower training.learning-rate ("
                        + trial.settings().training().learningRate() + ")");
    }
}
