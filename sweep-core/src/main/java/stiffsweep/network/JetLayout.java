package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Arrays;
import stiffsweep.jet.Directions;
import stiffsweep.result.ArrayLength;
import stiffsweep.tensor.Tensors;

/**
 * How a field and its derivatives along the inputs stand in one tensor: {@code [trials, rows, features]} holds the values
 * at all points, then for each direction the first derivatives, then for the first of the directions the second
 * derivatives.
 *
 * @param points the number of points
 * @param firsts the number of directions along which first derivatives are carried
 * @param seconds the number of directions, the first ones, along which second derivatives are carried too
 */
public record JetLayout(int points, int firsts, int seconds) {

    public JetLayout {
        if (seconds < 0 || seconds > firsts) {
            throw new IllegalArgumentException(
                    "second derivatives must be along 0 to " + firsts + " directions, but got " + seconds);
        }
    }

    /** The layout of fields with some directions. */
    public JetLayout(int points, Directions directions) {
        this(points, directions.firsts(), directions.seconds());
    }

    /** The highest derivative that is carried, 0 to 2. */
    int order() {
        return seconds > 0 ? 2 : firsts > 0 ? 1 : 0;
    }

    /** The number of values and derivatives at a point. */
    public int streams() {
        return 1 + firsts + seconds;
    }

    /** All rows: the streams at all points. */
    public int rows() {
        return ArrayLength.of("the values and derivatives at all points", streams(), points);
    }

    /** The values of a stacked jet, {@code [trials, points, features]}, as a view. */
    NDArray values(NDArray stacked) {
        return order() == 0 ? stacked : stacked.split(new long[] {points}, 1).get(0);
    }

    /** Ones in the rows of the values and zeros in those of the derivatives, {@code [1, rows, 1]}, where another tensor is. */
    NDArray ofConstant(NDArray like) {
        double[] rows = new double[rows()];
        Arrays.fill(rows, 0, points, 1);
        return Tensors.like(like, rows, 1, rows.length, 1);
    }

    /** Every stream of a stacked jet, {@code [trials, points, features]} each, as views. */
    NDList streams(NDArray stacked) {
        return order() == 0 ? new NDList(stacked) : stacked.split(streams(), 1);
    }

    /**
     * The parts of a stacked jet as views: the values {@code [trials, 1, points, features]}, then for each order the
     * derivatives {@code [trials, directions, points, features]}.
     */
    NDList parts(NDArray stacked) {
        NDArray streams = stacked.reshape(
                stacked.getShape().get(0), streams(), points, stacked.getShape().get(2));
        return switch (order()) {
            case 0 -> new NDList(streams);
            case 1 -> streams.split(new long[] {1}, 1);
            default -> streams.split(new long[] {1, 1 + firsts}, 1);
        };
    }

    /** The first derivatives along the directions that have second ones too, of all of them; a view. */
    NDArray bending(NDArray derivatives) {
        return firsts == seconds
                ? derivatives
                : derivatives.split(new long[] {seconds}, 1).get(0);
    }
}
