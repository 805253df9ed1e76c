package stiffsweep.reference;

/**
 * The coefficients of Radau IIA of order 5: Hairer and Wanner, Solving Ordinary Differential Equations II (2nd edition,
 * 1996), sections IV.5 and IV.8.
 *
 * <p>{@code T^-1 A^-1 T} is block diagonal: the real eigenvalue {@link #REAL} and the block of {@link #ALPHA}
 * +- i {@link #BETA}, so that the 3n equations of a step part into n real and n complex ones. The digits of T and its
 * inverse are those of the authors' RADAU5, rounded to doubles.
 */
final class RadauTableau {

    static final int STAGES = 3;

    private static final double ROOT = Math.sqrt(6);

    /** Where in a step the stages lie. */
    static final double[] NODES = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};

    static final double[][] T = {
        {0.09123239487089295, -0.1412552950209542, -0.030029194105147424},
        {0.241717932707107, 0.20412935229379994, 0.3829421127572619},
        {0.966048182615093, 1, 0}
    };

    static final double[][] T_INVERSE = {
        {4.325579890063155, 0.33919925181580984, 0.5417705399358749},
        {-4.178718591551905, -0.32768282076106237, 0.47662355450055044},
        {-0.5028726349457868, 2.571926949855605, -0.5960392048282249}
    };

    private static final double CUBE_ROOT = Math.cbrt(81) - Math.cbrt(9);
    private static final double INVERSE_ALPHA = (12 - CUBE_ROOT) / 60;
    private static final double INVERSE_BETA = (Math.cbrt(81) + Math.cbrt(9)) * Math.sqrt(3) / 60;
    private static final double INVERSE_SQUARE = INVERSE_ALPHA * INVERSE_ALPHA + INVERSE_BETA * INVERSE_BETA;

    static final double REAL = 30 / (6 + CUBE_ROOT);
    static final double ALPHA = INVERSE_ALPHA / INVERSE_SQUARE;
    static final double BETA = INVERSE_BETA / INVERSE_SQUARE;

    /** The weights of the stages' increments in the error estimate, section IV.8 times the real eigenvalue. */
    static final double[] ERROR = {-(13 + 7 * ROOT) / 3, (-13 + 7 * ROOT) / 3, -1.0 / 3};

    private RadauTableau() {}

    /** Multiplies a matrix of this tableau with the three vectors of the stages. */
    static void multiply(double[][] matrix, double[][] vectors, double[][] product) {
        for (int i = 0; i < vectors[0].length; i++) {
            for (int stage = 0; stage < STAGES; stage++) {
                double[] row = matrix[stage];
                product[stage][i] = row[0] * vectors[0][i] + row[1] * vectors[1][i] + row[2] * vectors[2][i];
            }
        }
    }
}
