package stiffsweep.problem;

/** The exact or reference solution of a problem for fixed parameters. */
@FunctionalInterface
public interface Truth {

    /** The field at a point. */
    double at(double x);
}
