package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import stiffsweep.result.ArrayLength;
import stiffsweep.tensor.Tensors;

/**
 * The input of a network as a stacked jet: the points and their derivatives along each input.
 *
 * @param stacked {@code [trials, rows, inputs]}
 * @param layout how the jet is stacked
 */
public record JetInput(NDArray stacked, JetLayout layout) {

    /**
     * Points on a line, as each trial's coordinate shows them, with its derivatives along the line: those that a network
     * makes of them are along the line too, whatever the coordinate.
     *
     * @param points the points of each trial, equally many
     * @param coordinates the coordinate of each trial
     * @param order the highest derivative, 0 to 2
     * @param tensors where the input lives
     */
    public static JetInput alongLine(double[][] points, List<Coordinate> coordinates, int order, Tensors tensors) {
        JetLayout layout = new JetLayout(points[0].length, 1, order);
        double[] stacked =
                new double[ArrayLength.of("the points and derivatives of a stack", points.length, layout.rows())];
        int next = 0;
        for (int trial = 0; trial < points.length; trial++) {
            for (int derivative = 0; derivative <= order; derivative++) {
                for (double x : points[trial]) {
                    stacked[next++] = coordinates.get(trial).derivative(derivative, x);
                }
            }
        }
        return new JetInput(tensors.of(stacked, points.length, layout.rows(), 1), layout);
    }

    /**
     * Points whose derivatives along each input are carried through the network.
     *
     * @param points {@code [trials, points, inputs]}
     * @param order the highest derivative, 0 to 2
     */
    public static JetInput alongEachInput(NDArray points, int order) {
        long trials = points.getShape().get(0);
        long count = points.getShape().get(1);
        long inputs = points.getShape().get(2);
        NDList jet = new NDList(points);
        if (order >= 1) {
            // The derivatives of the inputs themselves are the unit vectors.
            jet.add(points.getManager()
                    .eye((int) inputs, (int) inputs, 0, points.getDataType())
                    .reshape(1, inputs, 1, inputs)
                    .broadcast(trials, inputs, count, inputs)
                    .reshape(trials, inputs * count, inputs));
        }
        if (order >= 2) {
            jet.add(jet.get(1).zerosLike());
        }
        return new JetInput(NDArrays.concat(jet, 1), new JetLayout((int) count, (int) inputs, order));
    }
}
