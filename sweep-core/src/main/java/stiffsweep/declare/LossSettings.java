package stiffsweep.declare;

import java.util.List;

/** What {@code loss.*} asks for, besides the weights of the problem's terms. */
public record LossSettings(
        Weighting weighting, boolean detachJacobian, ResidualAttention residualAttention, SoftAttention softAttention) {

    public static final Setting WEIGHTING = Setting.choice(
            "loss.weighting",
            "weighting",
            List.of(Weighting.values()),
            "How the residuals of equations are weighted point by point, squared: not at all, over 1 + J^2,"
                    + " over y^2, or by weights that learn.");

    public static final Setting DETACH_JACOBIAN = Setting.onOff(
            "loss.detach-jacobian",
            "detach_jacobian",
            "Whether the gradient takes the weights of jacobian, or of field, for constants.");

    static final List<Setting> ALL =
            List.of(WEIGHTING, DETACH_JACOBIAN, ResidualAttention.ETA, ResidualAttention.GAMMA, SoftAttention.RATE);

    static LossSettings of(Settings settings) {
        return new LossSettings(
                settings.choice(WEIGHTING, Weighting.class),
                settings.isOn(DETACH_JACOBIAN),
                new ResidualAttention(settings.number(ResidualAttention.ETA), settings.number(ResidualAttention.GAMMA)),
                new SoftAttention(settings.number(SoftAttention.RATE)));
    }

    /** Of residual attention: a weight becomes {@code gamma} times what it was, and grows by the residual times {@code eta}. */
    public record ResidualAttention(double eta, double gamma) {

        static final Setting ETA = Setting.number(
                "loss.residual-attention.eta",
                "residual_attention_eta",
                Law.POSITIVE,
                "1",
                "How fast the weights of residual attention grow where the residual is largest.");

        static final Setting GAMMA = Setting.number(
                "loss.residual-attention.gamma",
                "residual_attention_gamma",
                Law.NOT_NEGATIVE,
                "1",
                "What remains of a weight of residual attention after each step.");
    }

    /** Of soft attention, whose weights ascend. */
    public record SoftAttention(double rate) {

        static final Setting RATE = Setting.number(
                "loss.soft-attention.rate",
                "soft_attention_rate",
                Law.NOT_NEGATIVE,
                "1",
                "The rate of the ascent of soft attention's lambda, whose weight is sigma(lambda).");
    }
}
