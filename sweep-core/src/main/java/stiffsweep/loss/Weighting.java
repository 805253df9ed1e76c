package stiffsweep.loss;

import java.util.List;
import java.util.Locale;
import stiffsweep.declare.Settings;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/** The weightings that {@code loss.weighting} may name. */
enum Weighting {
    PLAIN,
    JACOBIAN,
    FIELD,
    RESIDUAL_ATTENTION,
    SOFT_ATTENTION,
    RESIDUAL_ATTENTION_AS_PUBLISHED,
    SOFT_ATTENTION_AS_PUBLISHED;

    /** The weighting with a name as in a sweep file, such as {@code soft-attention}. */
    static Weighting named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The weights of a stack of trials that share this weighting.
     *
     * @param tensors where their tensors live
     */
    PointWeights of(List<Trial> trials, Tensors tensors) {
        Settings settings = trials.get(0).settings();
        return switch (this) {
            case PLAIN -> new PlainWeights();
            case JACOBIAN -> new ScaledWeights(ScaledWeights.Scale.JACOBIAN, settings.isOn("loss.detach-jacobian"));
            case FIELD -> new ScaledWeights(ScaledWeights.Scale.FIELD, settings.isOn("loss.detach-jacobian"));
            case RESIDUAL_ATTENTION -> new ResidualAttention(trials, AttentionScope.OWN_POINT, tensors);
            case SOFT_ATTENTION -> new SoftAttention(trials, AttentionScope.OWN_POINT, tensors);
            case RESIDUAL_ATTENTION_AS_PUBLISHED -> new ResidualAttention(trials, AttentionScope.ALL_POINTS, tensors);
            case SOFT_ATTENTION_AS_PUBLISHED -> new SoftAttention(trials, AttentionScope.ALL_POINTS, tensors);
        };
    }
}
