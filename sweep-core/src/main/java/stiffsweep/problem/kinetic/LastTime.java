package stiffsweep.problem.kinetic;

import java.util.Arrays;
import java.util.stream.IntStream;
import stiffsweep.sampling.Points;

/** The measured points at the last time. */
final class LastTime {

    private final int[] indices;

    LastTime(Points points) {
        double[] t = points.of("t");
        double last = Arrays.stream(t).max().orElseThrow();
        indices = IntStream.range(0, t.length).filter(i -> t[i] == last).toArray();
    }

    /** The relative l2 error at the last time; values and truth are given at all points. */
    double error(double[] values, double[] truth) {
        double squares = 0;
        double truthSquares = 0;
        for (int i : indices) {
            double error = values[i] - truth[i];
            squares += error * error;
            truthSquares += truth[i] * truth[i];
        }
        return Math.sqrt(squares / truthSquares);
    }
}
