package stiffsweep.network;

import ai.djl.ndarray.NDArray;

/**
 * The input of a network as a stacked jet: the points, then for each direction the derivatives of the inputs.
 *
 * @param stacked {@code [trials, (1 + directions) points, inputs]}
 * @param points the number of points
 * @param directions the number of directions along which derivatives are carried
 */
public record JetInput(NDArray stacked, int points, int directions) {

    /** Points followed by the unit vectors along each input. */
    public static JetInput alongEachInput(NDArray points) {
        long trials = points.getShape().get(0);
        long count = points.getShape().get(1);
        long inputs = points.getShape().get(2);
        NDArray units = points.getManager()
                .eye((int) inputs, (int) inputs, 0, points.getDataType())
                .reshape(1, inputs, 1, inputs)
                .broadcast(trials, inputs, count, inputs)
                .reshape(trials, inputs * count, inputs);
        return new JetInput(points.concat(units, 1), (int) count, (int) inputs);
    }

    /** All rows: values and derivatives. */
    public int rows() {
        return (1 + directions) * points;
    }
}
