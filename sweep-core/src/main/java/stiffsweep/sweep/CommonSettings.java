package stiffsweep.sweep;

import java.util.List;

/** The settings that every problem has; their defaults are in {@code reference.conf}. */
public final class CommonSettings {

    private static final Law POSITIVE = new Law.GreaterThan(0);
    private static final Law NOT_NEGATIVE = new Law.AtLeast(0);
    private static final Law ONE_OR_MORE = new Law.AtLeast(1);

    private CommonSettings() {}

    /** Every common setting but {@code problem.kind}'s list of valid words, which the known problems make. */
    public static List<Setting> all() {
        return List.of(
                new Setting(
                        "problem.kind",
                        "problem",
                        ValueType.WORD,
                        new Law.Anything(),
                        List.of(),
                        Setting.Role.QUESTION,
                        "",
                        "The equation; `./sweep problems` lists them."),
                Setting.word(
                        "loss.weighting",
                        "weighting",
                        List.of("plain", "jacobian"),
                        "How residuals are weighted point by point: not at all, or divided by 1 + J^2 after squaring."),
                Setting.word("network.kind", "network", List.of("mlp"), "The shape of the network."),
                Setting.count("network.width", "width", ONE_OR_MORE, "neurons", "The width of each hidden layer."),
                Setting.count("network.depth", "depth", ONE_OR_MORE, "layers", "The number of hidden layers."),
                Setting.word("network.activation", "activation", List.of("gelu", "tanh"), "The activation function."),
                Setting.word(
                        "network.precision", "precision", List.of("float32", "float64"), "The precision of training."),
                Setting.word("training.optimizer", "optimizer", List.of("adam", "adamw"), "The optimiser."),
                Setting.number(
                        "training.learning-rate", "learning_rate", POSITIVE, "1", "The learning rate at epoch 0."),
                Setting.number(
                        "training.weight-decay", "weight_decay", NOT_NEGATIVE, "1", "The weight decay of AdamW."),
                Setting.number(
                        "training.decay.factor",
                        "decay_factor",
                        POSITIVE,
                        "1",
                        "The learning rate is multiplied by this after epochs 0, every, 2 every, .."),
                Setting.count(
                        "training.decay.every",
                        "decay_every",
                        ONE_OR_MORE,
                        "epochs",
                        "The distance between two decays."),
                Setting.count("training.epochs", "epochs_planned", ONE_OR_MORE, "epochs", "The longest training."),
                Setting.number(
                        "training.stop-below",
                        "stop_below",
                        NOT_NEGATIVE,
                        "1",
                        "Training stops when the total loss falls below this; 0 never stops."),
                Setting.count(
                                "training.stack",
                                "stack",
                                new Law.AtLeast(2),
                                "trials",
                                "The most trials that train together as one program.")
                        .forExecution(),
                Setting.count(
                        "measure.curve-every",
                        "curve_every",
                        ONE_OR_MORE,
                        "epochs",
                        "The distance between curve points."),
                Setting.onOff(
                        "measure.hessian", "measure_hessian", "Whether the largest Hessian eigenvalues are measured."),
                Setting.count(
                        "measure.hessian-iterations",
                        "hessian_iterations_planned",
                        ONE_OR_MORE,
                        "iterations",
                        "The most power iterations for one eigenvalue."),
                Setting.number(
                        "measure.hessian-tolerance",
                        "hessian_tolerance",
                        POSITIVE,
                        "1",
                        "Power iteration has converged when ||H v - lambda v|| is below this times |lambda|."));
    }
}
