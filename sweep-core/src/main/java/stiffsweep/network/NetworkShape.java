package stiffsweep.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Settings;
import stiffsweep.jet.Activation;

/**
 * The shape of a fully connected network: hidden layers, then a linear output.
 *
 * @param inputs the number of inputs
 * @param hidden the number of neurons in each hidden layer
 * @param outputs the number of outputs
 * @param activation the activation function after each hidden layer
 */
public record NetworkShape(int inputs, List<Integer> hidden, int outputs, Activation activation) {

    public NetworkShape {
        hidden = List.copyOf(hidden);
    }

    /** The shape that {@code network.{width, depth, widths, activation}} ask for. */
    public static NetworkShape of(Settings settings, int inputs, int outputs) {
        return new NetworkShape(
                inputs, hidden(settings), outputs, Activation.named(settings.word("network.activation")));
    }

    private static List<Integer> hidden(Settings settings) {
        String widths = settings.word("network.widths");
        if (widths.equals(CommonSettings.EQUAL)) {
            return Collections.nCopies(settings.count("network.depth"), settings.count("network.width"));
        }
        return Arrays.stream(widths.split("-")).map(Integer::valueOf).toList();
    }

    /** Names of so many layers one after the other, as a module list of PyTorch has them. */
    static List<String> layerNames(String list, int layers) {
        return IntStream.range(0, layers).mapToObj(i -> list + "." + i).toList();
    }

    /** The affine layers, first to last. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        int from = inputs;
        for (int width : hidden) {
            layers.add(new Layer(from, width));
            from = width;
        }
        layers.add(new Layer(from, outputs));
        return layers;
    }
}
