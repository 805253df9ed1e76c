package stiffsweep.reference.kinetic;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.FieldOnLine.Line;
import stiffsweep.reference.Quadrature;

/**
 * The Boltzmann-BGK equation {@code f_t + v f_x = (M - f) / eps} for every Knudsen number, from Maxwellians at t = 0: limited
 * upwind differences in x, collisions implicit with the moments that transport gives, and the moments of f put right after each
 * step (arXiv 2306.15381, its published reference). As the Knudsen number vanishes it solves Euler's equations with gamma = 3.
 *
 * <p>Of first order in the step. Beyond the ends f is as at the ends.
 */
public final class BgkScheme {

    private static final int MOMENTS = 3;

    private static final double COURANT = 0.5;

    private final double knudsen;
    private final double from;
    private final double to;
    private final double spacing;
    private final int cells;
    private final double[] velocities;

    /** Weight times 1, v, v^2/2, {@code [3][velocities]}. */
    private final double[][] moments;

    /** What puts moments right: {@code G^T (G G^T)^-1} for the rows G of the moments, {@code [velocities][3]}. */
    private final double[][] correction;

    /** {@code [velocities][cells + 4]}. */
    private final double[][] f;

    /** {@code [3][cells]}. */
    private final double[][] kept;

    /**
     * The scheme at t = 0.
     *
     * @param from where the line starts
     * @param to where it ends
     * @param initial the gas at t = 0 by place
     * @param rule of the velocities
     * @param cells how many, 2 or more
     */
    public BgkScheme(
            double knudsen, double from, double to, DoubleFunction<Fluid> initial, Quadrature rule, int cells) {
        this.knudsen = knudsen;
        this.from = from;
        this.to = to;
        this.cells = cells;
        spacing = (to - from) / cells;
        velocities = rule.nodes().stream().mapToDouble(Double::doubleValue).toArray();
        moments = new double[MOMENTS][velocities.length];
        for (int q = 0; q < velocities.length; q++) {
            double weight = rule.weights().get(q);
            moments[0][q] = weight;
            moments[1][q] = weight * velocities[q];
            moments[2][q] = weight * velocities[q] * velocities[q] / 2;
        }
        RealMatrix rows = new Array2DRowRealMatrix(moments);
        RealMatrix products = rows.multiply(rows.transpose());
        correction = rows.transpose()
                .multiply(new LUDecomposition(products).getSolver().getInverse())
                .getData();
        f = new double[velocities.length][cells + 2 * LimitedUpwind.OUTSIDE];
        kept = new double[MOMENTS][cells];
        for (int i = 0; i < cells; i++) {
            Fluid gas = initial.apply(place(i));
            set(i, new double[] {gas.density(), gas.momentum(), gas.energy()});
            for (int q = 0; q < velocities.length; q++) {
                f[q][i + LimitedUpwind.OUTSIDE] = gas.maxwellian(velocities[q]);
            }
            putRight(i);
        }
    }

    private double place(int cell) {
        return from + (cell + 0.5) * spacing;
    }

    private void set(int cell, double[] values) {
        for (int m = 0; m < MOMENTS; m++) {
            kept[m][cell] = values[m];
        }
    }

    /** The density, momentum and energy up to a time. */
    public List<FieldOnLine> momentsUntil(double end) {
        double fastest = Arrays.stream(velocities).map(Math::abs).max().orElseThrow();
        int steps = (int) Math.ceil(end * fastest / (COURANT * spacing));
        List<FieldRecord> records =
                IntStream.range(0, MOMENTS).mapToObj(m -> new FieldRecord(end)).toList();
        for (int n = 0; n <= steps; n++) {
            if (n > 0) {
                advance(end / steps);
            }
            for (int m = 0; m < MOMENTS; m++) {
                records.get(m).add(n == steps ? end : n * end / steps, kept[m]);
            }
        }
        Line line = new Line(from, to, place(0), spacing);
        return records.stream().map(record -> record.onLine(line)).toList();
    }

    /** The sums of density, momentum and energy over the cells, times their size. */
    double[] totals() {
        return Arrays.stream(kept)
                .mapToDouble(moment -> spacing * Arrays.stream(moment).sum())
                .toArray();
    }

    /** f in the cells, {@code [cells][velocities]}. */
    double[][] distribution() {
        double[][] distribution = new double[cells][velocities.length];
        for (int i = 0; i < cells; i++) {
            for (int q = 0; q < velocities.length; q++) {
                distribution[i][q] = f[q][i + LimitedUpwind.OUTSIDE];
            }
        }
        return distribution;
    }

    /** One step. */
    private void advance(double step) {
        double[][] carried = new double[velocities.length][];
        for (int q = 0; q < velocities.length; q++) {
            closeEnds(f[q]);
            double[] flow = LimitedUpwind.flow(f[q], velocities[q] * step / spacing, velocities[q] / spacing);
            double[] row = f[q];
            carried[q] = new double[cells];
            Arrays.setAll(carried[q], i -> row[i + LimitedUpwind.OUTSIDE] - step * flow[i]);
        }
        double share = step / (knudsen + step);
        for (int i = 0; i < cells; i++) {
            set(i, momentsOf(carried, i));
            Fluid gas = gas(i);
            for (int q = 0; q < velocities.length; q++) {
                f[q][i + LimitedUpwind.OUTSIDE] = (1 - share) * carried[q][i] + share * gas.maxwellian(velocities[q]);
            }
            putRight(i);
        }
    }

    private Fluid gas(int cell) {
        return Fluid.of(kept[0][cell], kept[1][cell], kept[2][cell]);
    }

    private static void closeEnds(double[] row) {
        for (int i = 0; i < LimitedUpwind.OUTSIDE; i++) {
            row[i] = row[LimitedUpwind.OUTSIDE];
            row[row.length - 1 - i] = row[row.length - 1 - LimitedUpwind.OUTSIDE];
        }
    }

    private double[] momentsOf(double[][] carried, int cell) {
        double[] sums = new double[MOMENTS];
        for (int q = 0; q < velocities.length; q++) {
            for (int m = 0; m < MOMENTS; m++) {
                sums[m] += moments[m][q] * carried[q][cell];
            }
        }
        return sums;
    }

    /** Changes f in a cell by the least that gives it the moments that are kept: a sum over nodes is no integral. */
    private void putRight(int cell) {
        double[] missing = new double[MOMENTS];
        for (int m = 0; m < MOMENTS; m++) {
            missing[m] = kept[m][cell];
            for (int q = 0; q < velocities.length; q++) {
                missing[m] -= moments[m][q] * f[q][cell + LimitedUpwind.OUTSIDE];
            }
        }
        for (int q = 0; q < velocities.length; q++) {
            for (int m = 0; m < MOMENTS; m++) {
                f[q][cell + LimitedUpwind.OUTSIDE] += correction[q][m] * missing[m];
            }
        }
    }
}
