package stiffsweep.reference;

/**
 * A field on a line that is known at equidistant places and at times that are equally spaced in their root: at any time and
 * place, the polynomial through the nearest known values. In the root of t a field is smooth from the start on, also where
 * a kink of its initial values spreads.
 */
public final class FieldOnLine {

    private final Line line;
    private final double end;
    private final double[][] values;
    private final int timesTaken;
    private final int placesTaken;

    /**
     * Where a field is known.
     *
     * @param from where the line starts
     * @param to where it ends
     * @param first the first known place, which may be outside
     * @param spacing the distance between known places
     */
    public record Line(double from, double to, double first, double spacing) {}

    /**
     * A field.
     *
     * @param end the last time
     * @param values the known ones, {@code [times][places]}
     * @param timesTaken how many times a polynomial goes through
     * @param placesTaken how many places a polynomial goes through
     */
    public FieldOnLine(Line line, double end, double[][] values, int timesTaken, int placesTaken) {
        if (values.length < timesTaken || values[0].length < placesTaken) {
            throw new IllegalArgumentException("a field must be known at " + timesTaken + " times and " + placesTaken
                    + " places or more, but got " + values.length + " and " + values[0].length);
        }
        this.line = line;
        this.end = end;
        this.values = values;
        this.timesTaken = timesTaken;
        this.placesTaken = placesTaken;
    }

    /** The times at which a field is stored, equally spaced in their square root. */
    public static double[] times(double end, int intervals) {
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
     * @param time from 0 to the last time
     * @param x a place on the line
     */
    public double at(double time, double x) {
        if (!(time >= 0 && time <= end && x >= line.from() && x <= line.to())) {
            throw new IllegalArgumentException("a field is known for t in [0, " + end + "] and x in [" + line.from()
                    + ", " + line.to() + "], but got t = " + time + ", x = " + x);
        }
        double instant = Math.sqrt(time / end) * (values.length - 1);
        double place = (x - line.first()) / line.spacing();
        int firstTime = first(instant, timesTaken, values.length);
        int firstPlace = first(place, placesTaken, values[0].length);
        double[] timeWeights = weights(instant - firstTime, timesTaken);
        double[] placeWeights = weights(place - firstPlace, placesTaken);
        double sum = 0;
        for (int i = 0; i < timesTaken; i++) {
            double[] row = values[firstTime + i];
            for (int j = 0; j < placesTaken; j++) {
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
