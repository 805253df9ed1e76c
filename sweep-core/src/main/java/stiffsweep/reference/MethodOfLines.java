package stiffsweep.reference;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The method of lines for one field, {@code u_t = D u_xx + f(x, u, u_x)}: differences of order 8 in x, Radau IIA in t.
 *
 * <p>Beyond the ends of the line the field is its own mirror image, and the image must solve the equation as well. So no
 * difference is one-sided, and the Jacobian is a band. A periodic problem that is even or odd about a point is solved on
 * half of its period. Where the image of the initial values has a kink, the order is 2.
 *
 * @param diffusion D, positive
 * @param source f
 * @param from where the line starts
 * @param to where it ends
 * @param ends how the field is reflected at both ends
 */
public record MethodOfLines(double diffusion, Source source, double from, double to, Mirror ends) {

    /** What changes a field besides diffusion. */
    @FunctionalInterface
    public interface Source {

        /**
         * {@code f(x, u, u_x)}.
         *
         * @param slope u_x
         */
        double at(double x, double u, double slope);
    }

    /** Well below the error of the differences, at no cost: the steps are cut by the times at which the field is stored. */
    private static final Tolerances TOLERANCES = new Tolerances(1e-10, 1e-10);

    public MethodOfLines {
        if (!(diffusion > 0 && diffusion < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a diffusion must be positive and finite, but got " + diffusion);
        }
    }

    /**
     * The field from t = 0 on.
     *
     * @param initial the field at t = 0
     * @param end the last time
     * @param cells how many cells the line has, 8 or more
     * @param intervals how many intervals the times have at which the field is stored, 7 or more
     * @throws UnsolvedException where the solve cannot be carried to the end
     */
    public FieldOnLine solve(DoubleUnaryOperator initial, double end, int cells, int intervals) {
        MirroredLine line = new MirroredLine(from, to, cells, ends);
        double[] values = IntStream.rangeClosed(0, cells)
                .mapToDouble(line::node)
                .map(initial)
                .toArray();
        Solution solution =
                new RadauSolver(TOLERANCES).solve(new Nodes(this, line), 0, values, FieldOnLine.times(end, intervals));
        double[][] extended = IntStream.rangeClosed(0, intervals)
                .mapToObj(time -> line.extended(solution.state(time)))
                .toArray(double[][]::new);
        return new FieldOnLine(line, end, extended);
    }

    /** The equation at each node; its Jacobian is by differences. */
    private record Nodes(MethodOfLines equation, MirroredLine line) implements OdeSystem {

        @Override
        public int dimension() {
            return line.cells() + 1;
        }

        @Override
        public Band band() {
            return new Band(MirroredLine.REACH, MirroredLine.REACH);
        }

        @Override
        public void rightHandSide(double time, double[] state, double[] slope) {
            double[] extended = line.extended(state);
            for (int i = 0; i < state.length; i++) {
                double source = equation.source.at(line.node(i), state[i], line.slope(extended, i));
                slope[i] = equation.diffusion * line.bend(extended, i) + source;
            }
        }
    }
}
