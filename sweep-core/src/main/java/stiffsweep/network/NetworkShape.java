package stiffsweep.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.choice.Activation;
import stiffsweep.declare.NetworkSettings;

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

    /** The shape of the hidden layers that settings ask for. */
    static NetworkShape of(NetworkSettings settings, int inputs, int outputs) {
        return new NetworkShape(inputs, settings.hidden(), outputs, settings.activation());
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
