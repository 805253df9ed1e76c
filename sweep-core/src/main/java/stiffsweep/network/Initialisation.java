package stiffsweep.network;

import java.util.SplittableRandom;
import stiffsweep.network.NetworkShape.Layer;

/** Initial parameters. */
public final class Initialisation {

    private Initialisation() {}

    /**
     * PyTorch's default for linear layers: weights and biases uniform on {@code +-1/sqrt(inputs of the layer)}.
     *
     * @param seed the trial's seed for weights
     * @return the flat parameters, weights and biases layer by layer, {@code shape.parameters()} of them
     */
    public static double[] uniformByFanIn(NetworkShape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] parameters = new double[shape.parameters()];
        int next = 0;
        for (Layer layer : shape.layers()) {
            double bound = 1 / Math.sqrt(layer.inputs());
            for (int i = 0; i < (layer.inputs() + 1) * layer.outputs(); i++) {
                parameters[next++] = bound * (2 * random.nextDouble() - 1);
            }
        }
        return parameters;
    }
}
