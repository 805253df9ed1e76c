package stiffsweep.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import stiffsweep.jet.Activation;
import stiffsweep.sweep.Settings;

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

    /** The shape that {@code network.{width, depth, activation}} ask for. */
    public static NetworkShape of(Settings settings, int inputs, int outputs) {
        return new NetworkShape(
                inputs,
                Collections.nCopies(settings.count("network.depth"), settings.count("network.width")),
                outputs,
                Activation.named(settings.word("network.activation")));
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
