package stiffsweep.reference;

/**
 * A field that the {@link MethodOfLines} has solved, at any time and place: the polynomial through the nearest stored
 * values, of degree 8 in x and 7 in the square root of t. In the root of t a field is smooth from the start on, also where
 * a kink of its initial values spreads.
 */
public final class FieldOnLine {

    private static final int TIMES = 8;
    private static final int PLACES = 2 * MirroredLine.REACH + 1;

    private final MirroredLine line;
    private final double end;

    /** {@code [times][nodes]}, those beyond the ends of the line with them. */
    private final double[][] extended;

    FieldOnLine(MirroredLine line, double end, double[][] extended) {
        this.line = line;
        this.end = end;
        this.extended = extended;
    }

    /** The times at which a field is stored, equally spaced in their square root. */
    static double[] times(double end, int intervals) {
        if (intervals < TIMES - 1) {
            throw new IllegalArgumentException(
                    "a field must be stored " + (TIMES - 1) + " times or more, but got " + intervals);
        }
        double[] times = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            double root = (double) i / intervals;
            times[i] = end * root * root;
        }
        return times;
    }

    /**
     * The field.
     *
     * @param time from 0 to the last time of the solve
     * @param x a place on the line
     */
    public double at(double time, double x) {
        if (!(time >= 0 && time <= end && x >= line.from() && x <= line.to())) {
            throw new IllegalArgumentException("a field is known for t in [0, " + end + "] and x in [" + line.from()
                    + ", " + line.to() + "], but got t = " + time + ", x = " + x);
        }
        double instant = Math.sqrt(time / end) * (extended.length - 1);
        double place = (x - line.from()) / line.spacing() + MirroredLine.REACH;
        int firstTime = first(instant, TIMES, extended.length);
        int firstPlace = first(place, PLACES, extended[0].length);
        double[] timeWeights = weights(instant - firstTime, TIMES);
        double[] placeWeights = weights(place - firstPlace, PLACES);
        double sum = 0;
        for (int i = 0; i < TIMES; i++) {
            double[] row = extended[firstTime + i];
            for (int j = 0; j < PLACES; j++) {
                sum += timeWeights[i] * placeWeights[j] * row[firstPlace + j];
            }
        }
        return sum;
    }

    /** The first of the nodes whose middle is nearest to a place, as far as the ends allow. */
    private static int first(double place, int nodes, int all) {
        int first = (int) Math.round(place - (nodes - 1) / 2.0);
        return Math.max(0, Math.min(all - nodes, first));
    }

    /** What each of the nodes 0, 1, .. counts in Lagrange's polynomial at a place. */
    private static double[] weights(double place, int nodes) {
        double[] weights = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            weights[node] = 1;
            for (int other = 0; other < nodes; other++) {
                if (other != node) {
                    weights[node] *= (place - other) / (node - other);
                }
            }
        }
        return weights;
    }
}
