package stiffsweep.method;

import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;

/** The normal equations of one trial's residuals r with Jacobian J, to be damped, factorised and solved. */
final class DampedSystem {

    /** The rows from which on factors are made by blocks that stay in the cache. */
    private static final int LARGE = 1000;

    private final Form form;
    private final double[] matrix;
    private final double[] right;

    /**
     * A system.
     *
     * @param matrix the symmetric matrix, row by row
     * @param right the right-hand side
     */
    DampedSystem(Form form, double[] matrix, double[] right) {
        this.form = form;
        this.matrix = matrix;
        this.right = right;
    }

    /** The two equivalent forms. */
    enum Form {
        /** {@code (J J^T + mu I) z = r}, with the step {@code J^T z}. */
        DUAL {
            @Override
            double predictedDecrease(double[] solution, double[] right, double damping) {
                // r - J step = mu z
                return dot(right, right) - damping * damping * dot(solution, solution);
            }

            @Override
            double stepSquared(double[] solution, double[] right, double damping) {
                // z^T J J^T z = z^T (r - mu z)
                return dot(solution, right) - damping * dot(solution, solution);
            }

            @Override
            double gradientSquared(DampedSystem system) {
                return dot(system.right, system.times(system.right));
            }
        },
        /** {@code (J^T J + mu I) step = J^T r}. */
        PRIMAL {
            @Override
            double predictedDecrease(double[] solution, double[] right, double damping) {
                return dot(right, solution) + damping * dot(solution, solution);
            }

            @Override
            double stepSquared(double[] solution, double[] right, double damping) {
                return dot(solution, solution);
            }

            @Override
            double gradientSquared(DampedSystem system) {
                return dot(system.right, system.right);
            }
        };

        /** By how much {@code |r|^2} would fall if the residuals were linear. */
        abstract double predictedDecrease(double[] solution, double[] right, double damping);

        /** The square of the step's length. */
        abstract double stepSquared(double[] solution, double[] right, double damping);

        /** The square of the length of {@code J^T r}. */
        abstract double gradientSquared(DampedSystem system);
    }

    int size() {
        return right.length;
    }

    /** The length of {@code J^T r}. */
    double gradientLength() {
        return Math.sqrt(form.gradientSquared(this));
    }

    double largestDiagonal() {
        double largest = 0;
        for (int i = 0; i < right.length; i++) {
            largest = Math.max(largest, matrix[i * right.length + i]);
        }
        return largest;
    }

    /** The damped system's factors; null where rounding keeps its matrix from being positive definite. */
    @Nullable
    Factors factorised(double damping) {
        UnaryOperator<double[]> solver = right.length < LARGE ? solver(damping) : solverByBlocks(damping);
        return solver == null ? null : new Factors(solver, damping);
    }

    private @Nullable UnaryOperator<double[]> solver(double damping) {
        CholeskyFactors factors = CholeskyFactors.of(matrix, right.length, damping);
        return factors == null ? null : factors::solve;
    }

    private @Nullable UnaryOperator<double[]> solverByBlocks(double damping) {
        int size = right.length;
        DMatrixRMaj damped = new DMatrixRMaj(size, size, true, matrix);
        for (int i = 0; i < size; i++) {
            damped.add(i, i, damping);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
        if (!solver.setA(damped)) {
            return null;
        }
        return other -> {
            DMatrixRMaj solution = new DMatrixRMaj(size, 1);
            solver.solve(new DMatrixRMaj(size, 1, true, other), solution);
            return solution.data;
        };
    }

    /** The factors of the damped matrix. */
    final class Factors {

        private final UnaryOperator<double[]> solver;
        private final double damping;

        private Factors(UnaryOperator<double[]> solver, double damping) {
            this.solver = solver;
            this.damping = damping;
        }

        /** The solution for the system's own right-hand side. */
        double[] solve() {
            return solve(right);
        }

        /** The solution for another right-hand side. */
        double[] solve(double[] other) {
            return solver.apply(other);
        }

        /** By how much {@code |r|^2} would fall if the residuals were linear. */
        double predictedDecrease(double[] solution) {
            return form.predictedDecrease(solution, right, damping);
        }

        /** The length of the step that a solution stands for. */
        double stepLength(double[] solution, double[] ownRight) {
            return Math.sqrt(Math.max(0, form.stepSquared(solution, ownRight, damping)));
        }

        /** The length of the step that the solution for the system's own right-hand side stands for. */
        double stepLength(double[] solution) {
            return stepLength(solution, right);
        }
    }

    private double[] times(double[] vector) {
        int size = right.length;
        double[] product = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                product[row] += matrix[row * size + column] * vector[column];
            }
        }
        return product;
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
