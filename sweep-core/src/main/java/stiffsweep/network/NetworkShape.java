package stiffsweep.network;

import java.util.ArrayList;
import java.util.List;
import stiffsweep.jet.Activation;
import stiffsweep.sweep.Settings;

/**
 * The shape of a fully connected network: {@code depth} hidden layers of {@code width} neurons, a linear output.
 *
 * @param inputs the number of inputs
 * @param width the neurons of each hidden layer
 * @param depth the number of hidden layers
 * @param outputs the number of outputs
 * @param activation the activation function after each hidden layer
 */
public record NetworkShape(int inputs, int width, int depth, int outputs, Activation activation) {

    /** An affine layer: weights {@code [inputs, outputs]} and as many biases as outputs. */
    public record Layer(int inputs, int outputs) {}

    /** The shape that {@code network.{width, depth, activation}} ask for. */
    public static NetworkShape of(Settings settings, int inputs, int outputs) {
        return new NetworkShape(
                inputs,
                settings.count("network.width"),
                settings.count("network.depth"),
                outputs,
                Activation.named(settings.word("network.activation")));
    }

    /** The affine layers, first to last. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        int from = inputs;
        for (int i = 0; i < depth; i++) {
            layers.add(new Layer(from, width));
            from = width;
        }
        layers.add(new Layer(from, outputs));
        return layers;
    }

    /** The sizes of the parameters' pieces in the flat tensor: weights and biases, layer by layer. */
    public long[] pieceSizes() {
        return layers().stream()
                .flatMap(layer -> List.of((long) layer.inputs() * layer.outputs(), (long) layer.outputs()).stream())
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** The number of parameters of one network. */
    public int parameters() {
        return layers().stream()
                .mapToInt(layer -> (layer.inputs() + 1) * layer.outputs())
                .sum();
    }
}
