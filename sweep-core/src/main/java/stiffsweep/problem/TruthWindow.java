package stiffsweep.problem;

import java.util.Arrays;
import stiffsweep.sampling.Points;

/**
 * A truth about a point, as Chebyshev series on a window in which it is smooth: its value and derivatives at the point, to
 * about {@value #SMOOTH} times its size over the window's half width, or over the square of that.
 */
final class TruthWindow {

    private static final int DEGREE = 16;

    /** The last coefficients of a series that has converged, over the largest value. */
    private static final double SMOOTH = 1e-10;

    private static final int MOST_HALVINGS = 16;

    private final double[] points = new double[DEGREE + 1];
    private final double halfWidth;

    /** The values at the points, {@code [fields][points]}. */
    private final double[][] values;

    private TruthWindow(Truth truth, double x, double halfWidth) {
        this.halfWidth = halfWidth;
        for (int i = 0; i <= DEGREE; i++) {
            points[i] = x - halfWidth * Math.cos(Math.PI * i / DEGREE);
        }
        points[DEGREE / 2] = x;
        values = truth.at(Points.onLine("x", points));
    }

    /**
     * The truth about a point.
     *
     * @param widest the largest half width; it is halved until the series has converged
     */
    static TruthWindow about(double x, double widest, Truth truth) {
        TruthWindow window = new TruthWindow(truth, x, widest);
        for (int halvings = 0; !window.isSmooth(); halvings++) {
            if (halvings == MOST_HALVINGS) {
                throw new IllegalStateException("a truth must be smooth to " + SMOOTH + " about any point, but about "
                        + x + " it is not within " + window.halfWidth + ": is it solved with tight tolerances?");
            }
            window = new TruthWindow(truth, x, window.halfWidth / 2);
        }
        return window;
    }

    private boolean isSmooth() {
        for (int field = 0; field < values.length; field++) {
            double last = Math.max(Math.abs(coefficient(field, DEGREE)), Math.abs(coefficient(field, DEGREE - 1)));
            // Not the negation: what is not a number is not smooth.
            if (!(last <= SMOOTH * size(field))) {
                return false;
            }
        }
        return true;
    }

    double x() {
        return points[DEGREE / 2];
    }

    double halfWidth() {
        return halfWidth;
    }

    double value(int field) {
        return values[field][DEGREE / 2];
    }

    /** The largest value in the window. */
    double size(int field) {
        return Arrays.stream(values[field]).map(Math::abs).max().orElseThrow();
    }

    /** The first derivative at the point: {@code T_k'(0) = k sin(k pi / 2)}. */
    double slope(int field) {
        double sum = 0;
        for (int k = 1; k <= DEGREE; k += 2) {
            sum += (k % 4 == 1 ? k : -k) * coefficient(field, k);
        }
        return sum / halfWidth;
    }

    /** The second derivative at the point: {@code T_k''(0) = -k^2 cos(k pi / 2)}. */
    double bend(int field) {
        double sum = 0;
        for (int k = 2; k <= DEGREE; k += 2) {
            sum += (k % 4 == 2 ? k * k : -k * k) * coefficient(field, k);
        }
        return sum / (halfWidth * halfWidth);
    }

    /** A coefficient of the polynomial through the values, the first and the last of which count half. */
    private double coefficient(int field, int k) {
        double sum = 0;
        for (int i = 0; i <= DEGREE; i++) {
            double weight = i == 0 || i == DEGREE ? 0.5 : 1;
            sum += weight * values[field][i] * Math.cos(Math.PI * k * (DEGREE - i) / DEGREE);
        }
        return sum * (k == 0 || k == DEGREE ? 1 : 2) / DEGREE;
    }
}
