package stiffsweep.network;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** How the initial parameters of a network are drawn. The scalars of a layer without inputs start at zero. */
public enum Initialisation {
    /** PyTorch's default for linear layers: weights and biases uniform on {@code +-1/sqrt(inputs of the layer)}. */
    UNIFORM_FAN_IN {
        @Override
        void fill(double[] parameters, int from, Layer layer, RandomGenerator random) {
            double bound = 1 / Math.sqrt(layer.inputs());
            for (int i = 0; i < layer.parameters(); i++) {
                parameters[from + i] = bound * (2 * random.nextDouble() - 1);
            }
        }
    },
    /**
     * Weights normal with the variance {@code 2 / (inputs + outputs of the layer)}, biases zero (Glorot and Bengio,
     * Understanding the difficulty of training deep feedforward neural networks, 2010, eq. 12, with a normal
     * distribution).
     */
    GLOROT_NORMAL {
        @Override
        void fill(double[] parameters, int from, Layer layer, RandomGenerator random) {
            double deviation = Math.sqrt(2.0 / (layer.inputs() + layer.outputs()));
            for (int i = 0; i < layer.inputs() * layer.outputs(); i++) {
                parameters[from + i] = deviation * random.nextGaussian();
            }
        }
    };

    /** The initialisation with a name as in a sweep file, such as {@code glorot-normal}. */
    public static Initialisation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Draws the initial parameters.
     *
     * @param seed the trial's seed for weights
     * @return the flat parameters, weights and biases layer by layer, {@code network.parameters()} of them
     */
    public double[] parameters(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] parameters = new double[network.parameters()];
        int from = 0;
        for (Layer layer : network.layers()) {
            if (layer.inputs() > 0) {
                fill(parameters, from, layer, random);
            }
            from += layer.parameters();
        }
        return parameters;
    }

    /** Draws the parameters of a layer that has inputs; what is left as it is stays zero. */
    abstract void fill(double[] parameters, int from, Layer layer, RandomGenerator random);
}
