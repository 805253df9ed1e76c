package stiffsweep.method;

import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.loss.TrialLoss;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.Trial;

/** What is said of a loss that is not finite, and what helps. */
final class Divergence {

    private Divergence() {}

    /** Before the first step: nothing has been learned yet that could have gone wrong. */
    static Outcome.Diverged atTheStart(TrialLoss loss, List<LossTerm> terms) {
        List<String> broken = IntStream.range(0, loss.terms().size())
                .filter(term -> !Double.isFinite(loss.terms().get(term)))
                .mapToObj(term -> terms.get(term).name())
                .toList();
        String where = broken.isEmpty() ? "" : ", in the loss term " + String.join(" and in ", broken);
        return new Outcome.Diverged("the loss must be finite where a training starts, but was " + loss.total()
                + " before the first step: a residual, or a field, is not finite there" + where
                + "; give other parameters, points, weights or initial weights, or network.precision = float64");
    }

    /** After some steps of a first-order training. */
    static Outcome.Diverged after(long epochs, TrialLoss loss, List<LossTerm> terms, Trial trial) {
        return epochs == 0
                ? atTheStart(loss, terms)
                : new Outcome.Diverged("the loss must stay finite, but was " + loss.total() + " after " + epochs
                        + (epochs == 1 ? " epoch" : " epochs") + ": lower training.learning-rate ("
                        + trial.settings().training().learningRate() + ")");
    }
}
