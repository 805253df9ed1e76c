package stiffsweep.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import stiffsweep.declare.Sampling;
import stiffsweep.space.RandomBits;
import stiffsweep.space.Sequence;

/**
 * Points in the unit cube. What is drawn depends on the law, the numbers and the seed only, so that a trial that is
 * continued or run again meets its points again, on every machine.
 */
public final class UnitCube {

    private UnitCube() {}

    /**
     * Points that are spread by a law.
     *
     * @param dimensions the number of inputs, 1 or more
     * @param count the number of points, 1 or more; for a grid as {@link #check} says
     * @param seed each dimension has a seed of its own, made of this one; a grid has none
     * @return {@code [dimensions][count]}, each coordinate from 0 to 1; of a grid the last dimension varies fastest
     */
    public static double[][] points(Sampling law, int dimensions, int count, long seed) {
        check(law, dimensions, count);
        double[][] points = new double[dimensions][];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            long own = RandomBits.seed(seed, "input " + dimension);
            points[dimension] = switch (law) {
                case GRID -> grid(dimensions - 1 - dimension, side(dimensions, count), count);
                case UNIFORM -> Sequence.RANDOM.coordinates(dimension, own, count);
                case SOBOL -> Sequence.SOBOL.coordinates(dimension, own, count);
                case LATIN_HYPERCUBE -> latinHypercube(own, count);
            };
        }
        return points;
    }

    /**
     * Checks whether a law can spread so many points.
     *
     * @throws IllegalArgumentException for less than one point, and where the points of a grid are not
     *     {@code n^dimensions} with n = 2 or more; it names the nearest numbers that would do
     */
    public static void check(Sampling law, int dimensions, int count) {
        if (dimensions < 1 || count < 1) {
            throw new IllegalArgumentException(
                    "points must be 1 or more over 1 input or more, but got " + count + " over " + dimensions);
        }
        if (law != Sampling.GRID) {
            return;
        }
        List<Long> nearest = nearest(dimensions, count);
        if (!nearest.contains((long) count)) {
            throw new IllegalArgumentException("a grid over " + dimensions + (dimensions == 1 ? " input" : " inputs")
                    + " must have n^" + dimensions + " points with n = 2 or more, but got " + count + ": "
                    + nearest.stream().map(String::valueOf).collect(Collectors.joining(" or ")) + " would do");
        }
    }

    /** The numbers of points of a grid that are nearest to a count: itself where it is one, or else the next on both sides. */
    public static List<Long> nearest(int dimensions, int count) {
        int side = side(dimensions, count);
        if (side < 2) {
            return List.of(power(2, dimensions));
        }
        long fewer = power(side, dimensions);
        return fewer == count ? List.of(fewer) : List.of(fewer, power(side + 1, dimensions));
    }

    /** The points along each dimension of the largest grid that has so many points or fewer. */
    private static int side(int dimensions, int count) {
        int side = (int) Math.round(StrictMath.pow(count, 1.0 / dimensions));
        return power(side, dimensions) > count ? side - 1 : side;
    }

    private static long power(int side, int dimensions) {
        return Math.round(StrictMath.pow(side, dimensions));
    }

    /** The coordinates along the dimension that has so many behind it. */
    private static double[] grid(int behind, int side, int count) {
        long stride = power(side, behind);
        double[] coordinates = new double[count];
        Arrays.setAll(coordinates, i -> (double) (i / stride % side) / (side - 1));
        return coordinates;
    }

    /**
     * One point in each of as many equal parts as there are points, and anywhere in it.
     *
     * <p><em>A comparison of three methods for selecting values of input variables in the analysis of output from a computer
     * code</em> / M. D. McKay, R. J. Beckman and W. J. Conover / Technometrics 21, 1979. That of designs
     * ({@link Sequence#LATIN_HYPERCUBE}) keeps its first points when it grows, and has such parts for powers of two alone.
     */
    private static double[] latinHypercube(long seed, int count) {
        int[] parts = RandomBits.permutation(RandomBits.seed(seed, "parts"), count);
        double[] coordinates = new double[count];
        Arrays.setAll(coordinates, i -> (parts[i] + RandomBits.uniform(seed, i)) / count);
        return coordinates;
    }
}
