package stiffsweep.reference;

/** A solution of an equation's leading terms in one patch of its domain, with its derivatives. */
public interface PatchSolution {

    /**
     * A derivative at a point.
     *
     * @param order 0 for the value itself
     */
    double derivative(int order, double x);

    /** The value at a point. */
    default double at(double x) {
        return derivative(0, x);
    }
}
