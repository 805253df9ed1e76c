package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.random.RandomGenerator;
import stiffsweep.declare.ProblemDeclaration.LossTerm.Kind;
import stiffsweep.declare.Settings;
import stiffsweep.declare.Weighting;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The factors that residuals are multiplied by, point by point, before they are squared.
 *
 * <p>A weighting may learn: it then has numbers of its own for each loss term, which change after each step of training
 * and are constants to the gradient. What is said here of learning is true of weightings that do not.
 */
sealed interface PointWeights permits PlainWeights, ScaledWeights, ResidualAttention, SoftAttention {

    /**
     * The weights of a stack of trials that share a weighting.
     *
     * @param tensors where their tensors live
     */
    static PointWeights of(Weighting weighting, List<Trial> trials, Tensors tensors) {
        Settings settings = trials.get(0).settings();
        return switch (weighting) {
            case PLAIN -> new PlainWeights();
            case JACOBIAN ->
                new ScaledWeights(ScaledWeights.Scale.JACOBIAN, settings.loss().detachJacobian());
            case FIELD ->
                new ScaledWeights(ScaledWeights.Scale.FIELD, settings.loss().detachJacobian());
            case RESIDUAL_ATTENTION -> new ResidualAttention(trials, AttentionScope.OWN_POINT, tensors);
            case SOFT_ATTENTION -> new SoftAttention(trials, AttentionScope.OWN_POINT, tensors);
            case RESIDUAL_ATTENTION_AS_PUBLISHED -> new ResidualAttention(trials, AttentionScope.ALL_POINTS, tensors);
            case SOFT_ATTENTION_AS_PUBLISHED -> new SoftAttention(trials, AttentionScope.ALL_POINTS, tensors);
        };
    }

    /** Whether it weighs the terms of a kind; the others stay as they are. */
    default boolean weighs(Kind kind) {
        return kind == Kind.EQUATION;
    }

    /** Whether it needs the Jacobian of an equation. */
    default boolean takesJacobian() {
        return false;
    }

    /**
     * A weighted residual; linear in the residual's value.
     *
     * @param residual the residual of a term that it weighs
     * @param samples the term's samples
     * @param attention what was learned for the term, {@code [trials, numbers]}
     * @return {@code [trials, points, 1]}
     */
    Dual weigh(Residual residual, Samples samples, NDArray attention);

    /** How many numbers are learned for a term with so many points. */
    default int attention(Kind kind, int points) {
        return 0;
    }

    /** The value of one of these numbers before the first step. */
    default double initial(RandomGenerator random) {
        return 0;
    }

    /**
     * What is learned by one step.
     *
     * @param kind the kind of the term
     * @param attention what was learned for the term before, {@code [trials, numbers]}; left as it is
     * @param residual the term's residual before the step, {@code [trials, points]}
     * @return {@code [trials, numbers]}
     */
    default NDArray next(Kind kind, NDArray attention, NDArray residual) {
        return attention;
    }

    /** The first epoch whose loss can be compared with those of later epochs. */
    default int firstComparableEpoch() {
        return 0;
    }
}
