package stiffsweep.reference.kinetic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.Quadrature;

/**
 * Linear transport for every Knudsen number: {@code f = rho + eps g}, the density on nodes and g between them, collisions
 * implicit (M. Lemou, L. Mieussens, A new asymptotic preserving scheme based on micro-macro formulation for linear kinetic
 * equations in the diffusion limit, SIAM Journal on Scientific Computing 31, 2008, doi 10.1137/07069479X). A small Knudsen
 * number makes no step shorter, and as it vanishes this is the explicit scheme of the heat equation.
 *
 * <p>Of first order in the step, which is of the order of {@code dx^2 + eps dx}. At the ends the incoming particles are held in
 * the mean of their flow, which is exact where they come from all directions alike.
 */
public final class MicroMacroScheme {

    private static final double SAFETY = 0.4;

    private final Slab slab;
    private final int cells;
    private final double spacing;
    private final double step;

    /** The nodes, ascending, and their weights in a mean. */
    private final double[] velocities;

    private final double[] weights;

    /** The density at the nodes, {@code [cells + 1]}. */
    private final double[] density;

    /** g between the nodes, {@code [cells + 2][velocities]}: one cell more at either end. */
    private double[][] deviation;

    private double time;

    /**
     * The scheme at t = 0.
     *
     * @param rule of the velocities, symmetric about zero
     * @param cells how many, 2 or more
     */
    public MicroMacroScheme(Slab slab, Quadrature rule, int cells) {
        this.slab = slab;
        this.cells = cells;
        spacing = 1.0 / cells;
        step = SAFETY * (0.75 * slab.scattering() * spacing * spacing + slab.knudsen() * spacing);
        velocities = rule.nodes().stream().mapToDouble(Double::doubleValue).toArray();
        double length = rule.integral(v -> 1);
        weights = rule.weights().stream().mapToDouble(weight -> weight / length).toArray();
        density = new double[cells + 1];
        Arrays.setAll(density, i -> initialDensity(i * spacing));
        deviation = new double[cells + 2][];
        for (int i = 1; i <= cells; i++) {
            double x = (i - 0.5) * spacing;
            double mean = initialDensity(x);
            deviation[i] = Arrays.stream(velocities)
                    .map(v -> (slab.initial().applyAsDouble(x, v) - mean) / slab.knudsen())
                    .toArray();
        }
        close(deviation);
    }

    private double initialDensity(double x) {
        double sum = 0;
        for (int q = 0; q < weights.length; q++) {
            sum += weights[q] * slab.initial().applyAsDouble(x, velocities[q]);
        }
        return sum;
    }

    /**
     * The density up to a time, solved from t = 0.
     *
     * @param end the last time, positive
     */
    public FieldOnLine densityUntil(double end) {
        FieldRecord record = new FieldRecord(end);
        record.add(time, density);
        while (time < end) {
            advance(Math.min(step, end - time));
            record.add(time, density);
        }
        return record.onLine(new FieldOnLine.Line(0, 1, 0, spacing));
    }

    /** The density at the nodes, {@code [cells + 1]}. */
    double[] density() {
        return density.clone();
    }

    /** The mean of g over velocities between two nodes: zero but for rounding. */
    double meanDeviation(int cell) {
        return mean(deviation[cell + 1]);
    }

    /** f between the nodes, {@code [cells][velocities]}. */
    double[][] distribution() {
        double[][] f = new double[cells][velocities.length];
        for (int i = 0; i < cells; i++) {
            double between = (density[i] + density[i + 1]) / 2;
            for (int q = 0; q < velocities.length; q++) {
                f[i][q] = between + slab.knudsen() * deviation[i + 1][q];
            }
        }
        return f;
    }

    /** One step. */
    private void advance(double duration) {
        double[][] next = new double[cells + 2][];
        for (int i = 1; i <= cells; i++) {
            next[i] = collided(i, duration);
        }
        deviation = next;
        double factor = duration / spacing;
        double[] flux = new double[cells + 2];
        for (int i = 1; i <= cells; i++) {
            flux[i] = flow(next[i]);
        }
        for (int i = 1; i < cells; i++) {
            density[i] -= factor * (flux[i + 1] - flux[i]);
        }
        if (slab.ends() instanceof Slab.Inflow inflow) {
            density[0] = atLeft(inflow, factor);
            density[cells] = atRight(inflow, factor);
        } else {
            density[0] -= factor * (flux[1] - flux[cells]);
            density[cells] = density[0];
        }
        close(next);
        time += duration;
    }

    /** g between two nodes after a step. */
    private double[] collided(int i, double duration) {
        double knudsen = slab.knudsen();
        double slope = (density[i] - density[i - 1]) / spacing;
        double[] carried = new double[velocities.length];
        for (int q = 0; q < velocities.length; q++) {
            double v = velocities[q];
            double upwind = v > 0 ? deviation[i][q] - deviation[i - 1][q] : deviation[i + 1][q] - deviation[i][q];
            carried[q] = v * upwind / spacing;
        }
        double mean = mean(carried);
        double[] next = new double[velocities.length];
        for (int q = 0; q < velocities.length; q++) {
            double kept = knudsen * knudsen * deviation[i][q] - knudsen * duration * (carried[q] - mean);
            next[q] = (kept - duration * velocities[q] * slope) / (knudsen * knudsen + slab.scattering() * duration);
        }
        return next;
    }

    /** The density at the left end, at which the incoming part of g in the cell outside follows from the density itself. */
    private double atLeft(Slab.Inflow inflow, double factor) {
        double[] g = deviation[1];
        double knudsen = slab.knudsen();
        double outside = -incoming(g, 1) + incoming(g, -1);
        double given = given(inflow.left(), 1);
        double speed = given(v -> 1, 1);
        return (knudsen * density[0] - knudsen * factor * (flow(g) - outside) + 2 * factor * given)
                / (knudsen + 2 * factor * speed);
    }

    private double atRight(Slab.Inflow inflow, double factor) {
        double[] g = deviation[cells];
        double knudsen = slab.knudsen();
        double outside = incoming(g, 1) - incoming(g, -1);
        double given = given(inflow.right(), -1);
        double speed = given(v -> 1, -1);
        return (knudsen * density[cells] - knudsen * factor * (outside - flow(g)) - 2 * factor * given)
                / (knudsen - 2 * factor * speed);
    }

    /** Fills the cells outside, where f at the end is the mean of the values on both sides of it. */
    private void close(double[][] g) {
        if (slab.ends() instanceof Slab.Inflow inflow) {
            double[] left = new double[velocities.length];
            double[] right = new double[velocities.length];
            for (int q = 0; q < velocities.length; q++) {
                double v = velocities[q];
                double fromLeft = 2 / slab.knudsen() * (inflow.left().applyAsDouble(v) - density[0]);
                double fromRight = 2 / slab.knudsen() * (inflow.right().applyAsDouble(v) - density[cells]);
                left[q] = v > 0 ? fromLeft - g[1][q] : g[1][q];
                right[q] = v < 0 ? fromRight - g[cells][q] : g[cells][q];
            }
            g[0] = left;
            g[cells + 1] = right;
        } else {
            g[0] = g[cells];
            g[cells + 1] = g[1];
        }
    }

    private double mean(double[] values) {
        double sum = 0;
        for (int q = 0; q < weights.length; q++) {
            sum += weights[q] * values[q];
        }
        return sum;
    }

    /** The mean of v times a quantity. */
    private double flow(double[] values) {
        return incoming(values, 1) + incoming(values, -1);
    }

    /** The part of the mean of v times a quantity that has velocities of a sign. */
    private double incoming(double[] values, int sign) {
        double sum = 0;
        for (int q = 0; q < weights.length; q++) {
            if (sign * velocities[q] > 0) {
                sum += weights[q] * velocities[q] * values[q];
            }
        }
        return sum;
    }

    private double given(DoubleUnaryOperator function, int sign) {
        return incoming(Arrays.stream(velocities).map(function).toArray(), sign);
    }
}
