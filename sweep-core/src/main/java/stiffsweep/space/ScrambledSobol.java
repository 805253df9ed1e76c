package stiffsweep.space;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Sobol's sequence under Owen's nested scrambling. Of the first 2^m points, every elementary interval whose volume is
 * 2^(t-m) holds 2^t, with t = 0 in one axis and in the first two, and growing with the number of axes.
 *
 * <p><em>Constructing Sobol sequences with better two-dimensional projections</em> / S. Joe and F. Y. Kuo / SIAM J. Sci.
 * Comput. 30, 2008 (the direction numbers, from Hipparchus); <em>Randomly permuted (t,m,s)-nets and (t,s)-sequences</em> /
 * A. B. Owen / Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, 1995 (the scrambling).
 */
final class ScrambledSobol {

    /** The bits of a coordinate that the generator makes. */
    private static final int BITS = 52;

    private ScrambledSobol() {}

    /** The coordinates of the first points along one axis. */
    static double[] coordinates(int axis, long seed, int count) {
        var generator = new SobolSequenceGenerator(axis + 1);
        double[] coordinates = new double[count];
        for (int i = 0; i < count; i++) {
            long bits = (long) Math.scalb(generator.nextVector()[axis], BITS);
            coordinates[i] = Math.scalb((double) scrambled(bits, seed), -BITS);
        }
        return coordinates;
    }

    /** Turns each bit over, or not, by a coin that depends on the bits above it: intervals move, and none is cut. */
    private static long scrambled(long bits, long seed) {
        long coins = 0;
        for (int below = BITS - 1; below >= 0; below--) {
            // The bits above with a one before them: no two places in the tree of intervals share a coin.
            long place = (bits | (1L << BITS)) >>> (below + 1);
            coins = (coins << 1) | (RandomBits.at(seed, place) >>> 63);
        }
        return bits ^ coins;
    }
}
