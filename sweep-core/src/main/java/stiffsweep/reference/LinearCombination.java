package stiffsweep.reference;

import java.util.Arrays;
import java.util.List;

/**
 * A sum of solutions of a linear patch, each times its integration constant.
 *
 * @param basis the solutions
 * @param constants as many constants
 */
public record LinearCombination(List<PatchSolution> basis, List<Double> constants) implements PatchSolution {

    public LinearCombination {
        basis = List.copyOf(basis);
        constants = List.copyOf(constants);
        if (basis.size() != constants.size()) {
            throw new IllegalArgumentException("a patch must have one constant for each of its solutions, but got "
                    + constants.size() + " constants for " + basis.size() + " solutions");
        }
    }

    /**
     * The sum that has a given value and given derivatives at a point.
     *
     * @param basis n + 1 solutions, independent at the point
     * @param point the point
     * @param jet the value and the first n derivatives there
     */
    public static LinearCombination through(List<PatchSolution> basis, double point, List<Double> jet) {
        int size = basis.size();
        if (jet.size() != size) {
            throw new IllegalArgumentException(
                    "a value and derivatives must be as many as there are solutions, but got " + jet.size() + " for "
                            + size + " solutions");
        }
        BandMatrix wronskian = new BandMatrix(size, Band.full(size));
        double[] constants = new double[size];
        for (int order = 0; order < size; order++) {
            double largest = Double.MIN_NORMAL;
            for (PatchSolution solution : basis) {
                largest = Math.max(largest, Math.abs(solution.derivative(order, point)));
            }
            constants[order] = jet.get(order) / largest;
            for (int j = 0; j < size; j++) {
                wronskian.put(order, j, basis.get(j).derivative(order, point) / largest);
            }
        }
        RealFactors factors = new RealFactors(size, Band.full(size));
        if (!factors.factorise(wronskian, 1, 0)) {
            throw new IllegalArgumentException(
                    "the solutions of a patch must be finite and independent where it is joined,"
                            + " but got a Wronskian that is not regular at " + point
                            + ": choose another matching point");
        }
        factors.solve(constants);
        return new LinearCombination(basis, Arrays.stream(constants).boxed().toList());
    }

    @Override
    public double derivative(int order, double x) {
        double sum = 0;
        for (int j = 0; j < basis.size(); j++) {
            sum += constants.get(j) * basis.get(j).derivative(order, x);
        }
        return sum;
    }
}
