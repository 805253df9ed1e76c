package stiffsweep.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The factors of damped matrices beside those of EJML's loops over one number at a time. */
class CholeskyFactorsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 64, 251})
    void solutionsHaveTheBitsOfTheTextbooksLoops(int size) {
        double[] matrix = gram(size, size);
        double[] right = new SplittableRandom(size).doubles(size, -1, 1).toArray();
        DMatrixRMaj damped = new DMatrixRMaj(size, size, true, matrix);
        for (int i = 0; i < size; i++) {
            damped.add(i, i, 1e-3);
        }
        LinearSolverChol_DDRM textbook = new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
        textbook.setA(damped);
        DMatrixRMaj expected = new DMatrixRMaj(size, 1);
        textbook.solve(new DMatrixRMaj(size, 1, true, right), expected);

        CholeskyFactors factors = CholeskyFactors.of(matrix, size, 1e-3);

        assertThat(factors).isNotNull();
        assertThat(factors.solve(right)).isEqualTo(expected.data);
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNoFactors() {
        // Of rank 5: the sixth row has nothing left.
        assertThat(CholeskyFactors.of(gram(8, 5), 8, -1e-9)).isNull();
        assertThat(CholeskyFactors.of(new double[] {1, 2, 2, 1}, 2, 0)).isNull();
    }

    /** The products of random vectors, as many numbers each as the rank. */
    private static double[] gram(int size, int rank) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] vectors = new double[size][];
        for (int i = 0; i < size; i++) {
            vectors[i] = random.doubles(rank, -1, 1).toArray();
        }
        double[] products = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                products[i * size + j] = DampedSystem.dot(vectors[i], vectors[j]);
            }
        }
        return products;
    }
}
