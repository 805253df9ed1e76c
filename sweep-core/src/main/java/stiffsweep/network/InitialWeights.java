package stiffsweep.network;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import stiffsweep.declare.Initialisation;

/** The initial parameters of a network. The scalars of a layer without inputs start at zero. */
public final class InitialWeights {

    private InitialWeights() {}

    /**
     * Draws the initial parameters.
     *
     * @param seed the trial's seed for weights
     * @return the flat parameters, weights and biases layer by layer, {@code network.parameters()} of them
     */
    public static double[] of(Network network, Initialisation initialisation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] parameters = new double[network.parameters()];
        int from = 0;
        for (Layer layer : network.layers()) {
            if (layer.inputs() > 0) {
                switch (initialisation) {
                    case UNIFORM_FAN_IN -> fillUniform(parameters, from, layer, random);
                    case GLOROT_NORMAL -> fillNormal(parameters, from, layer, random);
                }
            }
            from += layer.parameters();
        }
        return parameters;
    }

    private static void fillUniform(double[] parameters, int from, Layer layer, RandomGenerator random) {
        double bound = 1 / Math.sqrt(layer.inputs());
        for (int i = 0; i < layer.parameters(); i++) {
            parameters[from + i] = bound * (2 * random.nextDouble() - 1);
        }
    }

    /** Draws the weights; the biases, as they are, stay zero. */
    private static void fillNormal(double[] parameters, int from, Layer layer, RandomGenerator random) {
        double deviation = Math.sqrt(2.0 / (layer.inputs() + layer.outputs()));
        for (int i = 0; i < layer.inputs() * layer.outputs(); i++) {
            parameters[from + i] = deviation * random.nextGaussian();
        }
    }
}
