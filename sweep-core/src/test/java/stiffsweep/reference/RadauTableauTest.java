package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Holds the coefficients to what defines them: a digit mistyped would cost order, or only speed, and nobody would see. */
class RadauTableauTest {

    private static final double ROOT = Math.sqrt(6);

    /** The coefficients of Radau IIA of order 5. */
    private static final double[][] A = {
        {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
        {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
        {(16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9}
    };

    @Test
    void transformsTheInverseOfTheCoefficientsToItsEigenvalues() {
        double[][] blocks = {
            {RadauTableau.REAL, 0, 0},
            {0, RadauTableau.ALPHA, -RadauTableau.BETA},
            {0, RadauTableau.BETA, RadauTableau.ALPHA}
        };
        // A^-1 = T blocks T^-1, so A T blocks T^-1 = I; the printed digits carry about 14 places.
        double[][] identity = product(A, product(RadauTableau.T, product(blocks, RadauTableau.T_INVERSE)));

        requireIdentity(identity);
    }

    @Test
    void holdsATransformationAndItsInverse() {
        requireIdentity(product(RadauTableau.T, RadauTableau.T_INVERSE));
    }

    @Test
    void collocatesPowersAtTheNodes() {
        for (int stage = 0; stage < 3; stage++) {
            for (int power = 1; power <= 3; power++) {
                double sum = 0;
                for (int j = 0; j < 3; j++) {
                    sum += A[stage][j] * Math.pow(RadauTableau.NODES[j], power - 1.0);
                }
                assertThat(sum).isCloseTo(Math.pow(RadauTableau.NODES[stage], power) / power, within(1e-15));
            }
        }
    }

    private static void requireIdentity(double[][] matrix) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(matrix[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-14));
            }
        }
    }

    private static double[][] product(double[][] left, double[][] right) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[i][j] += left[i][k] * right[k][j];
                }
            }
        }
        return product;
    }
}
