package stiffsweep.stats;

import java.util.Arrays;

/**
 * A straight line through points, fitted so that outliers pull with a bounded force.
 *
 * <p>Slope w, intercept c and scale s minimise
 *
 * <pre>sum_i (s + s H((y_i - w x_i - c) / s)) + alpha w^2,   H(z) = z^2 if |z| < epsilon, else 2 epsilon |z| - epsilon^2,</pre>
 *
 * the concomitant-scale estimate of A. B. Owen, "A robust hybrid of lasso and ridge regression" (2007), as
 * scikit-learn's {@code HuberRegressor} has it. The objective is convex in all three; here it is minimised by
 * reweighted least squares for the line and the exact scale of the line's residuals, in turn, until nothing moves.
 *
 * @param epsilon where a residual, in units of the scale, begins to count as an outlier; more than 1
 * @param alpha the penalty on the squared slope, zero or positive
 */
public record HuberRegression(double epsilon, double alpha) {

    /** The defaults of scikit-learn: epsilon 1.35 (95 % efficient for normal errors), alpha 1e-4. */
    public static final HuberRegression STANDARD = new HuberRegression(1.35, 1e-4);

    /** Ordinary least squares: no residual is an outlier, and nothing is penalised. */
    public static final HuberRegression LEAST_SQUARES = new HuberRegression(1e100, 0);

    private static final int MOST_ROUNDS = 5000;

    /** A fit has settled when a round moves slope, intercept and scale by less than this part of their sizes. */
    private static final double SETTLED = 1e-12;

    public HuberRegression {
        if (!(epsilon > 1) || !(alpha >= 0)) {
            throw new IllegalArgumentException(
                    "epsilon > 1 and alpha >= 0 must hold, but got epsilon " + epsilon + ", alpha " + alpha);
        }
    }

    /** A fitted line y = slope x + intercept with the scale of its residuals. */
    public record Line(double slope, double intercept, double scale) {

        private boolean closeTo(Line other, double size) {
            return Math.abs(slope - other.slope) <= SETTLED * Math.max(1, Math.abs(slope))
                    && Math.abs(intercept - other.intercept) <= SETTLED * size
                    && Math.abs(scale - other.scale) <= SETTLED * size;
        }
    }

    /**
     * The line through points.
     *
     * @param x the abscissae, finite, with at least two distinct values
     * @param y the ordinates, finite, as many
     */
    public Line fit(double[] x, double[] y) {
        requireLine(x, y);
        double[] weights = new double[x.length];
        double[] residuals = new double[x.length];
        Arrays.fill(weights, 1);
        double size = Math.max(1e-300, spread(y));
        double floor = Math.ulp(1.0) * size;
        Line line = new Line(0, 0, Double.MAX_VALUE);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Line last = line;
            double[] solved = weightedLine(x, y, weights, round == 0 ? 0 : alpha * line.scale);
            for (int i = 0; i < x.length; i++) {
                residuals[i] = y[i] - solved[0] * x[i] - solved[1];
            }
            line = new Line(solved[0], solved[1], Math.max(floor, scale(residuals)));
            for (int i = 0; i < x.length; i++) {
                double bound = epsilon * line.scale;
                weights[i] = Math.abs(residuals[i]) <= bound ? 1 : bound / Math.abs(residuals[i]);
            }
            if (line.closeTo(last, size)) {
                break;
            }
        }
        return line;
    }

    /** The root of sum_i min(r_i^2 / s^2, epsilon^2) = n in s, or 0 where residuals vanish too often for it to exist. */
    private double scale(double[] residuals) {
        double[] squares = new double[residuals.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = residuals[i] * residuals[i];
        }
        Arrays.sort(squares);
        int n = squares.length;
        double sum = 0;
        double square = 0;
        // With the k smallest residuals as inliers: s^2 = their sum of squares / (n - epsilon^2 (n - k)).
        for (int k = 1; k <= n; k++) {
            sum += squares[k - 1];
            double left = n - epsilon * epsilon * (n - k);
            if (left > 0) {
                square = sum / left;
                if (k == n || squares[k] >= epsilon * epsilon * square) {
                    break;
                }
            }
        }
        return Math.sqrt(square);
    }

    /** Slope and intercept that minimise sum_i weight_i (y_i - w x_i - c)^2 + penalty w^2. */
    private static double[] weightedLine(double[] x, double[] y, double[] weights, double penalty) {
        double total = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            total += weights[i];
            meanX += weights[i] * x[i];
            meanY += weights[i] * y[i];
        }
        meanX /= total;
        meanY /= total;
        double variance = penalty;
        double covariance = 0;
        for (int i = 0; i < x.length; i++) {
            variance += weights[i] * (x[i] - meanX) * (x[i] - meanX);
            covariance += weights[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = covariance / variance;
        return new double[] {slope, meanY - slope * meanX};
    }

    private static void requireLine(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must be equally long, but got " + x.length + " and " + y.length + " values");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("points must be finite, but got (" + x[i] + ", " + y[i] + ")");
            }
        }
        if (x.length == 0 || spread(x) == 0) {
            throw new IllegalArgumentException(
                    "x must take at least two values, but got " + (x.length == 0 ? "none" : "only " + x[0]));
        }
    }

    private static double spread(double[] values) {
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }
}
