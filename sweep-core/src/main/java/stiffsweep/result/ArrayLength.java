package stiffsweep.result;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The length of an array that holds so many numbers for each of so many things. */
public final class ArrayLength {

    private ArrayLength() {}

    /**
     * The product of some counts.
     *
     * @param numbers what the array holds, as the start of a sentence
     * @throws IllegalArgumentException where no array is so long
     */
    public static int of(String numbers, long... counts) {
        double product = 1;
        for (long count : counts) {
            product *= count;
        }
        if (product > Integer.MAX_VALUE) {
            String got = Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
            throw new IllegalArgumentException(numbers + " must be at most " + Integer.MAX_VALUE + ", but got " + got);
        }
        // Counts of which each is an int are exact in a double up to here.
        return (int) product;
    }
}
