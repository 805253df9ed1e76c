package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.declare.ProblemDeclaration.LossTerm.Kind;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * Residual-based attention (Anagnostopoulos et al., Residual-based attention in physics-informed neural networks, 2024,
 * arXiv 2307.00379): {@code mean (lambda_i r_i)^2}, where {@code lambda_i <- gamma lambda_i + eta |r_i| / max_j |r_j|}
 * after each step, with the residual before it. Lambda starts at 0 and stays below {@code eta / (1 - gamma)}.
 */
final class ResidualAttention implements PointWeights {

    private final NDArray gamma;
    private final NDArray eta;
    private final AttentionScope reach;

    ResidualAttention(List<Trial> trials, AttentionScope reach, Tensors tensors) {
        gamma = tensors.of(
                Trial.numbers(
                        trials, settings -> settings.loss().residualAttention().gamma()),
                trials.size(),
                1);
        eta = tensors.of(
                Trial.numbers(
                        trials, settings -> settings.loss().residualAttention().eta()),
                trials.size(),
                1);
        this.reach = reach;
    }

    @Override
    public Dual weigh(Residual residual, Samples samples, NDArray attention) {
        NDArray weights = reach.of(attention.square()).sqrt();
        return residual.value().times(Dual.constant(weights.expandDims(2)));
    }

    @Override
    public int attention(Kind kind, int points) {
        return kind == Kind.EQUATION ? points : 0;
    }

    @Override
    public NDArray next(Kind kind, NDArray attention, NDArray residual) {
        NDArray size = residual.abs();
        // The bound makes 0 and not 0/0 of a residual that vanishes everywhere.
        NDArray largest = size.max(new int[] {1}, true).maximum(Tensors.constant(Float.MIN_NORMAL, size));
        return attention.mul(gamma).addi(size.divi(largest).muli(eta));
    }

    /** With lambda = 0 the loss knows no equation. */
    @Override
    public int firstComparableEpoch() {
        return 1;
    }
}
