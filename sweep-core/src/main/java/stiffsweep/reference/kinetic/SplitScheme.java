package stiffsweep.reference.kinetic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.Quadrature;

/**
 * Linear transport of particles that come in from the left alone, into a slab that was empty. It is for Knudsen numbers near 1.
 *
 * <p>f jumps at the velocity x eps / t: what comes in and has met nothing yet is there only if it is faster. A sum over nodes
 * converges slowly over a jump. So this part is taken in closed form, and what has collided, which is smooth, is solved for with
 * the first part as its source: limited upwind differences, with half a step of collisions before and after.
 */
public final class SplitScheme {

    private static final double COURANT = 0.5;

    private static final int DIRECT_NODES = 40;

    private static final Quadrature UNIT = Quadrature.legendre(0, 1, DIRECT_NODES);

    private final double knudsen;
    private final double scattering;
    private final DoubleUnaryOperator inflow;
    private final Quadrature rule;
    private final int cells;

    /**
     * A scheme.
     *
     * @param scattering the scattering coefficient
     * @param inflow f at x = 0, for v in (0, 1)
     * @param rule of the velocities, symmetric about zero
     */
    public SplitScheme(double knudsen, double scattering, DoubleUnaryOperator inflow, Quadrature rule, int cells) {
        this.knudsen = knudsen;
        this.scattering = scattering;
        this.inflow = inflow;
        this.rule = rule;
        this.cells = cells;
    }

    /** The density at t and x of what came in and has not collided. */
    double direct(double time, double x) {
        double slowest = x == 0 ? 0 : knudsen * x / time;
        if (!(slowest < 1)) {
            return 0;
        }
        double range = 1 - slowest;
        return range
                / 2
                * UNIT.integral(share -> {
                    double v = slowest + range * share;
                    return inflow.applyAsDouble(v) * Math.exp(-scattering * x / (knudsen * v));
                });
    }

    /** The density up to a time. */
    public FieldOnLine densityUntil(double end) {
        double spacing = 1.0 / cells;
        int steps = (int) Math.ceil(end / (COURANT * knudsen * spacing));
        double step = end / steps;
        double[][] f = new double[rule.nodes().size()][cells + 2 * LimitedUpwind.OUTSIDE];
        FieldRecord record = new FieldRecord(end);
        record.add(0, new double[cells]);
        for (int n = 0; n < steps; n++) {
            double time = n * step;
            collide(f, time, time + step / 2);
            carry(f, step);
            double next = n == steps - 1 ? end : time + step;
            collide(f, time + step / 2, next);
            double[] density = density(f);
            for (int i = 0; i < cells; i++) {
                density[i] += direct(next, (i + 0.5) * spacing);
            }
            record.add(next, density);
        }
        return record.onLine(new FieldOnLine.Line(0, 1, spacing / 2, spacing));
    }

    private double[] density(double[][] f) {
        double length = rule.integral(v -> 1);
        double[] density = new double[cells];
        for (int q = 0; q < f.length; q++) {
            double weight = rule.weights().get(q) / length;
            for (int i = 0; i < cells; i++) {
                density[i] += weight * f[q][i + LimitedUpwind.OUTSIDE];
            }
        }
        return density;
    }

    /** {@code f_t = s/eps^2 (rho + direct - f)} by the trapezoidal rule, whose mean is {@code rho_t = s/eps^2 direct}. */
    private void collide(double[][] f, double from, double to) {
        double half = scattering * (to - from) / (2 * knudsen * knudsen);
        double[] density = density(f);
        for (int i = 0; i < cells; i++) {
            double x = (i + 0.5) / cells;
            double source = (from == 0 ? 0 : direct(from, x)) + direct(to, x);
            double sources = 2 * density[i] + half * source + source;
            for (double[] row : f) {
                int place = i + LimitedUpwind.OUTSIDE;
                row[place] = (row[place] * (1 - half) + half * sources) / (1 + half);
            }
        }
    }

    /** Nothing of this part comes in: the cells outside stay empty. */
    private void carry(double[][] f, double step) {
        for (int q = 0; q < f.length; q++) {
            double velocity = rule.nodes().get(q) / knudsen * cells;
            double[] flow = LimitedUpwind.flow(f[q], velocity * step, velocity);
            double[] row = f[q];
            Arrays.setAll(
                    row,
                    i -> i < LimitedUpwind.OUTSIDE || i >= cells + LimitedUpwind.OUTSIDE
                            ? 0
                            : row[i] - step * flow[i - LimitedUpwind.OUTSIDE]);
        }
    }
}
