package stiffsweep.network;

import java.util.SplittableRandom;

/** Initial parameters. */
public final class Initialisation {

    private Initialisation() {}

    /**
     * PyTorch's default for linear layers: weights and biases uniform on {@code +-1/sqrt(inputs of the layer)}.
     *
     * @param seed the trial's seed for weights
     * @return the flat parameters, weights and biases layer by layer, {@code network.parameters()} of them
     */
    public static double[] uniformByFanIn(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] parameters = new double[network.parameters()];
        int next = 0;
        for (Layer layer : network.layers()) {
            double bound = 1 / Math.sqrt(layer.inputs());
            for (int i = 0; i < layer.parameters(); i++) {
                parameters[next++] = bound * (2 * random.nextDouble() - 1);
            }
        }
        return parameters;
    }
}
