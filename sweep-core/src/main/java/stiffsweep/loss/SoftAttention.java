package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.random.RandomGenerator;
import stiffsweep.declare.ProblemDeclaration.LossTerm.Kind;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Operations;
import stiffsweep.tensor.Tensors;

/**
 * Self-adaptive soft attention (McClenny and Braga-Neto, Self-adaptive physics-informed neural networks, 2023, arXiv
 * 2009.04544): {@code mean (sigma(lambda_i) r_i^2) + sigma(lambda_0) L_0} for each condition with mean square L_0. Every
 * lambda starts at a standard normal number and climbs after each step, by gradient ascent with the residual before it:
 * {@code lambda <- lambda + rate sigma'(lambda) u}.
 *
 * <p>Here u is what sigma(lambda) multiplies, as in arXiv 2602.21988: {@code r_i^2} or {@code L_0}. (The gradient of
 * the mean is {@code r_i^2 / N}: its rate at N points is N times this one.) The weights of the loss terms do not enter.
 */
final class SoftAttention implements PointWeights {

    /** Where sigma is 1 and its derivative 0 in double precision too: beyond, lambda would only overflow. */
    private static final double SATURATED = 40;

    private final NDArray rate;
    private final AttentionScope reach;

    SoftAttention(List<Trial> trials, AttentionScope reach, Tensors tensors) {
        rate = tensors.of(
                Trial.numbers(
                        trials, settings -> settings.loss().softAttention().rate()),
                trials.size(),
                1);
        this.reach = reach;
    }

    /** Conditions too, each by one number. */
    @Override
    public boolean weighs(Kind kind) {
        return true;
    }

    @Override
    public Dual weigh(Residual residual, Samples samples, NDArray attention) {
        NDArray weights = reach.of(sigma(attention)).sqrt();
        return residual.value().times(Dual.constant(weights.expandDims(2)));
    }

    @Override
    public int attention(Kind kind, int points) {
        return kind == Kind.EQUATION ? points : 1;
    }

    @Override
    public double initial(RandomGenerator random) {
        return random.nextGaussian();
    }

    @Override
    public NDArray next(Kind kind, NDArray attention, NDArray residual) {
        NDArray sigma = sigma(attention);
        NDArray slope = Tensors.difference(1, sigma).muli(sigma);
        NDArray unmasked = (kind == Kind.EQUATION ? reach : AttentionScope.ALL_POINTS).of(residual.square());
        NDArray climbed = attention.add(slope.muli(unmasked).muli(rate));
        return climbed.minimum(Tensors.constant(SATURATED, climbed));
    }

    private static NDArray sigma(NDArray lambda) {
        return Operations.sigmoid(lambda);
    }
}
