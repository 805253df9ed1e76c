package stiffsweep.declare;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Choice;
import stiffsweep.choice.Precision;

/**
 * What {@code network.*} asks for.
 *
 * @param widths the widths of the hidden layers of an mlp or of a head, first to last; empty where they are equal
 */
public record NetworkSettings(
        Kind kind,
        int width,
        int depth,
        int trunkDepth,
        List<Integer> widths,
        Input input,
        Output output,
        Initialisation initialisation,
        Activation activation,
        Precision precision) {

    private static final String EQUAL = "equal";

    static final Setting KIND = Setting.choice(
            "network.kind",
            "network",
            List.of(Kind.values()),
            "The network: fully connected, or a head with a trunk for each of the problem's functions.");

    static final Setting WIDTH =
            Setting.count("network.width", "width", Law.ONE_OR_MORE, "neurons", "The width of each hidden layer.");

    static final Setting DEPTH =
            Setting.count("network.depth", "depth", Law.ONE_OR_MORE, "layers", "The number of hidden layers.");

    static final Setting TRUNK_DEPTH = Setting.count(
            "network.trunk-depth",
            "trunk_depth",
            Law.ONE_OR_MORE,
            "layers",
            "The number of hidden layers of each trunk of a head-trunk network.");

    static final Setting WIDTHS = new Setting(
            "network.widths",
            "widths",
            ValueType.WORD,
            new Law.Widths(EQUAL),
            List.of(),
            Setting.Role.QUESTION,
            "neurons",
            "The hidden layers of an mlp or of a head: equal, or their widths, first to last.");

    public static final Setting INPUT = Setting.choice(
            "network.input",
            "input",
            List.of(Input.values()),
            "What the network sees of a point x: x, or x or log x scaled to [-1, 1] over all points.");

    static final Setting OUTPUT = Setting.choice(
            "network.output",
            "output",
            List.of(Output.values()),
            "What is made of the functions that the network gives: nothing, or -1 / (1 + exp(-u)).");

    static final Setting INITIALISATION = Setting.choice(
            "network.initialisation",
            "initialisation",
            List.of(Initialisation.values()),
            "How weights are drawn: uniform on +-1/sqrt(inputs), biases too, or normal with variance"
                    + " 2 / (inputs + outputs) and biases zero.");

    static final Setting ACTIVATION = Setting.choice(
            "network.activation", "activation", List.of(Activation.values()), "The activation function.");

    public static final Setting PRECISION =
            Setting.choice("network.precision", "precision", List.of(Precision.values()), "The precision of training.");

    static final List<Setting> ALL =
            List.of(KIND, WIDTH, DEPTH, TRUNK_DEPTH, WIDTHS, INPUT, OUTPUT, INITIALISATION, ACTIVATION, PRECISION);

    public NetworkSettings {
        widths = List.copyOf(widths);
    }

    static NetworkSettings of(Settings settings) {
        return new NetworkSettings(
                settings.choice(KIND, Kind.class),
                settings.count(WIDTH),
                settings.count(DEPTH),
                settings.count(TRUNK_DEPTH),
                widths(settings.word(WIDTHS)),
                settings.choice(INPUT, Input.class),
                settings.choice(OUTPUT, Output.class),
                settings.choice(INITIALISATION, Initialisation.class),
                settings.choice(ACTIVATION, Activation.class),
                settings.choice(PRECISION, Precision.class));
    }

    /** These with another shape, where it is not 0, and activation. */
    NetworkSettings with(int otherWidth, int otherDepth, Activation otherActivation) {
        return new NetworkSettings(
                kind,
                otherWidth == 0 ? width : otherWidth,
                otherDepth == 0 ? depth : otherDepth,
                trunkDepth,
                otherWidth == 0 && otherDepth == 0 ? widths : List.of(),
                input,
                output,
                initialisation,
                otherActivation,
                precision);
    }

    private static List<Integer> widths(String word) {
        return word.equals(EQUAL)
                ? List.of()
                : Arrays.stream(word.split("-", -1)).map(Integer::valueOf).toList();
    }

    /** The number of neurons in each hidden layer of an mlp or of a head, first to last. */
    public List<Integer> hidden() {
        return widths.isEmpty() ? Collections.nCopies(depth, width) : widths;
    }

    /** The kinds of network. */
    public enum Kind implements Choice {
        /** Fully connected. */
        MLP,
        /** A fully connected head, and a trunk for each function of the problem. */
        HEAD_TRUNK
    }

    /** What a network sees of a point x. */
    public enum Input implements Choice {
        /** x itself. */
        RAW,
        /** x scaled to [-1, 1] over all points. */
        LINEAR,
        /** log x scaled to [-1, 1] over all points. */
        LOG
    }

    /** What is made of each function u that a network gives. */
    public enum Output implements Choice {
        /** The function as it is. */
        LINEAR,
        /** {@code -1 / (1 + exp(-u))}: between -1 and 0. */
        NEGATIVE_SIGMOID
    }
}
