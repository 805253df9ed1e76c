package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/**
 * The input of a network as a stacked jet: the points and their derivatives along each input.
 *
 * @param stacked {@code [trials, rows, inputs]}
 * @param layout how the jet is stacked
 */
public record JetInput(NDArray stacked, JetLayout layout) {

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
