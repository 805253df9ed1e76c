package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import stiffsweep.jet.Directions;
import stiffsweep.result.ArrayLength;
import stiffsweep.tensor.Tensors;

/**
 * The input of a network as a stacked jet: the points and their derivatives along each input.
 *
 * @param stacked {@code [trials, rows, features]}
 * @param layout how the jet is stacked
 */
public record JetInput(NDArray stacked, JetLayout layout) {

    /**
     * Points as each trial's embeddings show them, with the derivatives of the features along the inputs: those that a
     * network makes of them are along the inputs too, whatever the embedding.
     *
     * @param points the points of each trial, equally many, by input: {@code [trials][points]}; the features stand in the
     *     order of the inputs
     * @param embeddings the embedding of each trial, by input
     * @param tensors where the input lives
     */
    public static JetInput of(
            Map<String, double[][]> points,
            Map<String, List<Embedding>> embeddings,
            Directions directions,
            Tensors tensors) {
        double[][] any = points.values().iterator().next();
        int trials = any.length;
        JetLayout layout = new JetLayout(any[0].length, directions);
        int features = points.keySet().stream()
                .mapToInt(input -> embeddings(input, embeddings).get(0).features())
                .sum();
        double[] stacked = new double
                [ArrayLength.of("the points and derivatives of a stack", (long) trials * features, layout.rows())];
        int column = 0;
        for (Map.Entry<String, double[][]> input : points.entrySet()) {
            List<Embedding> ofInput = embeddings(input.getKey(), embeddings);
            int direction = directions.inputs().indexOf(input.getKey());
            for (int feature = 0; feature < ofInput.get(0).features(); feature++) {
                Column into = new Column(stacked, column++, features, layout);
                for (int trial = 0; trial < trials; trial++) {
                    into.fill(trial, input.getValue()[trial], ofInput.get(trial), feature, direction);
                }
            }
        }
        return new JetInput(tensors.of(stacked, trials, layout.rows(), features), layout);
    }

    private static List<Embedding> embeddings(String input, Map<String, List<Embedding>> embeddings) {
        List<Embedding> known = embeddings.get(input);
        if (known == null) {
            throw new IllegalArgumentException("an input must be one of " + embeddings.keySet() + ", but got " + input);
        }
        return known;
    }

    /** One feature in the stacked numbers of all trials. */
    private static final class Column {

        private final double[] stacked;
        private final int column;
        private final int features;
        private final JetLayout layout;

        Column(double[] stacked, int column, int features, JetLayout layout) {
            this.stacked = stacked;
            this.column = column;
            this.features = features;
            this.layout = layout;
        }

        /** Writes a feature of one trial; its derivatives are along one direction, or along none where that is -1. */
        void fill(int trial, double[] points, Embedding embedding, int feature, int direction) {
            fill(trial, 0, points, embedding, feature, 0);
            if (direction >= 0) {
                fill(trial, 1 + direction, points, embedding, feature, 1);
            }
            if (direction >= 0 && direction < layout.seconds()) {
                fill(trial, 1 + layout.firsts() + direction, points, embedding, feature, 2);
            }
        }

        private void fill(int trial, int stream, double[] points, Embedding embedding, int feature, int order) {
            int first = (trial * layout.streams() + stream) * points.length;
            for (int i = 0; i < points.length; i++) {
                stacked[(first + i) * features + column] = embedding.derivative(feature, order, points[i]);
            }
        }
    }

    /**
     * Points whose derivatives along each input are carried through the network.
     *
     * @param points {@code [trials, points, inputs]}
     * @param order the highest derivative, 0 to 2
     */
    public static JetInput alongEachInput(NDArray points, int order) {
        int inputs = (int) points.getShape().get(2);
        return alongEachInput(points, order > 0 ? inputs : 0, order > 1 ? inputs : 0);
    }

    /**
     * Points whose derivatives along the first inputs are carried through the network.
     *
     * @param points {@code [trials, points, inputs]}
     * @param firsts the number of inputs with first derivatives
     * @param seconds the number of inputs with second derivatives
     */
    public static JetInput alongEachInput(NDArray points, int firsts, int seconds) {
        long trials = points.getShape().get(0);
        long count = points.getShape().get(1);
        long inputs = points.getShape().get(2);
        NDList jet = new NDList(points);
        if (firsts > 0) {
            // The derivatives of the inputs themselves are the unit vectors.
            jet.add(points.getManager()
                    .eye(firsts, (int) inputs, 0, points.getDataType())
                    .reshape(1, firsts, 1, inputs)
                    .broadcast(trials, firsts, count, inputs)
                    .reshape(trials, firsts * count, inputs));
        }
        if (seconds > 0) {
            jet.add(points.getManager().zeros(new Shape(trials, seconds * count, inputs), points.getDataType()));
        }
        return new JetInput(NDArrays.concat(jet, 1), new JetLayout((int) count, firsts, seconds));
    }
}
