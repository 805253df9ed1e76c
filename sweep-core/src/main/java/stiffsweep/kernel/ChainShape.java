package stiffsweep.kernel;

import java.util.Collections;
import java.util.List;
import stiffsweep.choice.Activation;

/**
 * The shape of a dense chain: affine layers with an activation between them, the last one linear.
 *
 * @param widths the number of inputs, of the neurons in each hidden layer, and of outputs
 * @param activation the activation after each hidden layer
 */
public record ChainShape(List<Integer> widths, Activation activation) {

    public ChainShape {
        widths = List.copyOf(widths);
        if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException(
                    "a chain must have inputs and outputs, 1 or more in each layer, but got the widths " + widths);
        }
    }

    /** The number of affine layers. */
    public int layers() {
        return widths.size() - 1;
    }

    /** The features that an affine layer reads. */
    public int inputs(int layer) {
        return widths.get(layer);
    }

    /** The features that an affine layer makes. */
    public int outputs(int layer) {
        return widths.get(layer + 1);
    }

    /** The most features that an affine layer makes. */
    public int widestOutputs() {
        return Collections.max(widths.subList(1, widths.size()));
    }

    /** Where a layer's weights {@code [inputs, outputs]} start in the flat parameters; its biases follow them. */
    public int weightsAt(int layer) {
        int at = 0;
        for (int before = 0; before < layer; before++) {
            at = Math.addExact(at, Math.multiplyExact(inputs(before) + 1, outputs(before)));
        }
        return at;
    }

    /** Where a layer's biases start in the flat parameters. */
    public int biasesAt(int layer) {
        return weightsAt(layer) + inputs(layer) * outputs(layer);
    }

    /** The number of parameters. */
    public int parameters() {
        return weightsAt(layers());
    }
}
