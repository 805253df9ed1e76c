package stiffsweep.declare;

import java.util.List;
import java.util.stream.Stream;

/** The settings that every problem has; their defaults are in {@code reference.conf}. */
public final class CommonSettings {

    /** The optimisers that take one gradient step an epoch. */
    public static final List<String> FIRST_ORDER = List.of("adam", "adamw");

    /** The optimisers that use curvature; they work in double precision. */
    public static final List<String> SECOND_ORDER = List.of("lbfgs", "levenberg-marquardt");

    /** The word for no optimiser at all. */
    public static final String NONE = "none";

    /** The weighting that takes residuals in units of the field. */
    public static final String FIELD = "field";

    /** The weightings that are a formula of the field. */
    public static final List<String> FORMULA_WEIGHTINGS = List.of("plain", "jacobian", FIELD);

    /** The weightings that learn: each step changes the loss. */
    public static final List<String> ATTENTION_WEIGHTINGS = List.of(
            "residual-attention", "soft-attention", "residual-attention-as-published", "soft-attention-as-published");

    /** The word by which a stack's size is left to a measurement. */
    public static final String AUTO = "auto";

    /** The word for hidden layers of equal width. */
    public static final String EQUAL = "equal";

    private static final Law POSITIVE = new Law.GreaterThan(0);
    private static final Law NOT_NEGATIVE = new Law.AtLeast(0);
    private static final Law ONE_OR_MORE = new Law.AtLeast(1);

    private CommonSettings() {}

    /** Every common setting but {@code problem.kind}'s list of valid words, which the known problems make. */
    public static List<Setting> all() {
        return Stream.of(question(), loss(), network(), training(), descent(), execution(), measure())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Setting> question() {
        return List.of(new Setting(
                "problem.kind",
                "problem",
                ValueType.WORD,
                new Law.Anything(),
                List.of(),
                Setting.Role.QUESTION,
                "",
                "The equation; `./sweep problems` lists them."));
    }

    private static List<Setting> loss() {
        return List.of(
                Setting.word(
                        "loss.weighting",
                        "weighting",
                        joined(List.of(FORMULA_WEIGHTINGS, ATTENTION_WEIGHTINGS)),
                        "How the residuals of equations are weighted point by point, squared: not at all, over 1 + J^2,"
                                + " over y^2, or by weights that learn."),
                Setting.onOff(
                        "loss.detach-jacobian",
                        "detach_jacobian",
                        "Whether the gradient takes the weights of jacobian, or of field, for constants."),
                Setting.number(
                        "loss.residual-attention.eta",
                        "residual_attention_eta",
                        POSITIVE,
                        "1",
                        "How fast the weights of residual attention grow where the residual is largest."),
                Setting.number(
                        "loss.residual-attention.gamma",
                        "residual_attention_gamma",
                        NOT_NEGATIVE,
                        "1",
                        "What remains of a weight of residual attention after each step."),
                Setting.number(
                        "loss.soft-attention.rate",
                        "soft_attention_rate",
                        NOT_NEGATIVE,
                        "1",
                        "The rate of the ascent of soft attention's lambda, whose weight is sigma(lambda)."));
    }

    private static List<Setting> network() {
        return List.of(
                Setting.word(
                        "network.kind",
                        "network",
                        List.of("mlp", "head-trunk"),
                        "The network: fully connected, or a head with a trunk for each of the problem's functions."),
                Setting.count("network.width", "width", ONE_OR_MORE, "neurons", "The width of each hidden layer."),
                Setting.count("network.depth", "depth", ONE_OR_MORE, "layers", "The number of hidden layers."),
                Setting.count(
                        "network.trunk-depth",
                        "trunk_depth",
                        ONE_OR_MORE,
                        "layers",
                        "The number of hidden layers of each trunk of a head-trunk network."),
                new Setting(
                        "network.widths",
                        "widths",
                        ValueType.WORD,
                        new Law.Widths(EQUAL),
                        List.of(),
                        Setting.Role.QUESTION,
                        "neurons",
                        "The hidden layers of an mlp or of a head: equal, or their widths, first to last."),
                Setting.word(
                        "network.input",
                        "input",
                        List.of("raw", "linear", "log"),
                        "What the network sees of a point x: x, or x or log x scaled to [-1, 1] over all points."),
                Setting.word(
                        "network.output",
                        "output",
                        List.of("linear", "negative-sigmoid"),
                        "What is made of the functions that the network gives: nothing, or -1 / (1 + exp(-u))."),
                Setting.word(
                        "network.initialisation",
                        "initialisation",
                        List.of("uniform-fan-in", "glorot-normal"),
                        "How weights are drawn: uniform on +-1/sqrt(inputs), biases too, or normal with variance"
                                + " 2 / (inputs + outputs) and biases zero."),
                Setting.word(
                        "network.activation",
                        "activation",
                        List.of("gelu", "tanh", "sine", "silu"),
                        "The activation function."),
                Setting.word(
                        "network.precision", "precision", List.of("float32", "float64"), "The precision of training."));
    }

    private static List<Setting> training() {
        return List.of(
                Setting.word(
                        "training.optimizer",
                        "optimizer",
                        joined(List.of(FIRST_ORDER, SECOND_ORDER, List.of(NONE))),
                        "The optimiser; none trains nothing and measures the baseline alone."),
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
                        "Training stops when the total loss falls below this; 0 never stops."));
    }

    private static List<Setting> descent() {
        return List.of(
                Setting.number(
                        "training.stop-gradient-below",
                        "stop_gradient_below",
                        NOT_NEGATIVE,
                        "1",
                        "A second-order training stops when the length of the loss's gradient falls below this."),
                Setting.number(
                        "training.stop-step-below",
                        "stop_step_below",
                        NOT_NEGATIVE,
                        "1",
                        "A second-order training stops when a step is shorter than this times the parameters' length."),
                Setting.count(
                        "training.lbfgs.history",
                        "lbfgs_history",
                        ONE_OR_MORE,
                        "steps",
                        "The number of steps from which L-BFGS estimates the curvature."),
                Setting.number(
                        "training.levenberg-marquardt.damping",
                        "levenberg_marquardt_damping",
                        POSITIVE,
                        "1",
                        "The first damping, in units of the system's largest diagonal entry."),
                Setting.count(
                        "training.levenberg-marquardt.subset",
                        "levenberg_marquardt_subset",
                        NOT_NEGATIVE,
                        "points",
                        "The most points of each loss term in one step, drawn anew for each; 0 takes all."),
                Setting.word(
                        "training.polish.optimizer",
                        "polish",
                        joined(List.of(List.of(NONE), SECOND_ORDER)),
                        "The optimiser that continues from the best checkpoint, in float64."),
                Setting.count(
                        "training.polish.epochs",
                        "polish_epochs_planned",
                        ONE_OR_MORE,
                        "epochs",
                        "The longest polish."));
    }

    private static List<Setting> execution() {
        return List.of(
                new Setting(
                        "training.stack",
                        "stack",
                        ValueType.NUMBER_OR_RULE,
                        new Law.AtLeast(2),
                        List.of(AUTO),
                        Setting.Role.EXECUTION,
                        "trials",
                        "The most trials that train together as one program."),
                Setting.number(
                                "training.checkpoint-every",
                                "checkpoint_every",
                                NOT_NEGATIVE,
                                "minutes",
                                "How often the state of a training is kept, from which it goes on after a crash; 0 never.")
                        .forExecution(),
                Setting.word(
                                "training.device",
                                "device_planned",
                                List.of(AUTO, "cpu", "gpu"),
                                "The device: the GPU that Spark gives to the task, or else the CPU; or one of them.")
                        .forExecution());
    }

    private static List<Setting> measure() {
        return List.of(
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

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
