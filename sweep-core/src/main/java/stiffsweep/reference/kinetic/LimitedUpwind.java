package stiffsweep.reference.kinetic;

/**
 * Transport with one velocity by an upwind difference of second order with van Leer's limiter, on cells with {@value #OUTSIDE}
 * more beyond either end.
 */
final class LimitedUpwind {

    /** How many cells a difference takes beyond the line. */
    static final int OUTSIDE = 2;

    private LimitedUpwind() {}

    /**
     * v times the slope of f, as it is over a step.
     *
     * @param f {@code [cells + 4]}
     * @param courant how many cells are passed in the step, with the sign of v, between -1 and 1
     * @param velocity v over the distance between cells
     * @return {@code [cells]}
     */
    static double[] flow(double[] f, double courant, double velocity) {
        int cells = f.length - 2 * OUTSIDE;
        double[] faces = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            int left = i + OUTSIDE - 1;
            faces[i] = courant > 0
                    ? face(f[left - 1], f[left], f[left + 1], courant)
                    : face(f[left + 2], f[left + 1], f[left], -courant);
        }
        double[] flow = new double[cells];
        for (int i = 0; i < cells; i++) {
            flow[i] = velocity * (faces[i + 1] - faces[i]);
        }
        return flow;
    }

    /** The value at the face between a cell and the one behind it, as it is carried there from the one before it. */
    private static double face(double before, double here, double behind, double courant) {
        double last = here - before;
        double next = behind - here;
        double slope = last * next > 0 ? 2 * last * next / (last + next) : 0;
        return here + 0.5 * (1 - courant) * slope;
    }
}
