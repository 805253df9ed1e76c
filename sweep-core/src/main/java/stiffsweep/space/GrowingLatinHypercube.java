package stiffsweep.space;

/**
 * A Latin hypercube that doubles. Where an axis is cut into 2^m equal cells, each of the first 2^m points lies in a cell of
 * its own; to double their number, each cell is halved and a new point is put into the half that is free. Which cells meet
 * in a point is drawn for each axis alone.
 *
 * <p>The doubling is that of <em>Extension of Latin hypercube samples with correlated variables</em> / C. J. Sallaberry,
 * J. C. Helton and S. C. Hora / Reliability Engineering and System Safety 93, 2008, here without correlations.
 */
final class GrowingLatinHypercube {

    /** The bits of a coordinate. */
    private static final int BITS = 53;

    private GrowingLatinHypercube() {}

    /** The coordinates of the first points along one axis. */
    static double[] coordinates(long seed, int count) {
        long places = RandomBits.seed(seed, "places");
        long partners = RandomBits.seed(seed, "partners");
        long[] points = new long[count];
        points[0] = RandomBits.at(places, 0) >>> (64 - BITS);
        for (int old = 1, free = BITS - 1; old < count; old *= 2, free--) {
            int[] partner = RandomBits.permutation(RandomBits.at(partners, old), old);
            for (int i = old; i < Math.min(2 * old, count); i++) {
                long half = (points[partner[i - old]] >>> free) ^ 1;
                points[i] = (half << free) | (RandomBits.at(places, i) >>> (64 - free));
            }
        }
        double[] coordinates = new double[count];
        for (int i = 0; i < count; i++) {
            coordinates[i] = Math.scalb((double) points[i], -BITS);
        }
        return coordinates;
    }
}
