package stiffsweep.network;

import stiffsweep.result.ArrayLength;

/**
 * An affine layer: weights {@code [inputs, outputs]} and as many biases as outputs. One without inputs is a row of scalars:
 * the biases alone.
 *
 * @param inputs the number of features that it reads
 * @param outputs the number of features that it makes
 */
public record Layer(int inputs, int outputs) {

    /** The number of its parameters. */
    public int parameters() {
        return ArrayLength.of("the parameters of a layer", inputs + 1L, outputs);
    }

    /** The same, however many they are. */
    long count() {
        return (inputs + 1L) * outputs;
    }
}
