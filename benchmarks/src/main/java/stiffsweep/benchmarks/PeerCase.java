package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.core.Linear;
import java.util.List;
import stiffsweep.tensor.Tensors;

/** A field that a network gives, and the loss of its equation, as formulas on the engine's tape. */
sealed interface PeerCase permits PeerDecay, PeerFreezeOut {

    /** An affine layer: weights {@code [outputs, inputs]} and a bias, as the engine's linear layers have them. */
    record Layer(int inputs, int outputs) {}

    /** The case with a letter, {@code A} or {@code B}. */
    static PeerCase named(String letter, Tensors tensors) {
        return switch (letter) {
            case "A" -> new PeerDecay(tensors);
            case "B" -> new PeerFreezeOut(tensors);
            default -> throw new IllegalArgumentException("a case must be A or B, but got " + letter);
        };
    }

    /** The affine layers of the network. */
    List<Layer> layers();

    /** The points of the equation, in ascending order. */
    double[] points(int count);

    /**
     * The field.
     *
     * @param parameters weights and biases, layer by layer
     * @param x the points, {@code [points, 1]}
     */
    NDArray field(NDList parameters, NDArray x);

    /**
     * The loss.
     *
     * @param x the points, {@code [points, 1]}
     * @param y the field there
     * @param slope its derivative there, on the tape
     */
    NDArray loss(NDArray x, NDArray y, NDArray slope);

    /** An affine layer of a network. */
    static NDArray affine(NDArray features, NDList parameters, int layer) {
        return Linear.linear(features, parameters.get(2 * layer), parameters.get(2 * layer + 1))
                .singletonOrThrow();
    }

    /** Points with equal distances between their logarithms. */
    static double[] logSpaced(double from, double to, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = from * Math.pow(to / from, (double) i / (count - 1));
        }
        return points;
    }
}
