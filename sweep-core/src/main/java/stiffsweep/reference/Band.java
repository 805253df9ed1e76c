package stiffsweep.reference;

/**
 * Where a square matrix may have entries: from {@code lower} places left of the diagonal to {@code upper} places right of
 * it.
 *
 * @param lower the number of diagonals below the main one, zero or positive
 * @param upper the number of diagonals above the main one, zero or positive
 */
public record Band(int lower, int upper) {

    public Band {
        if (lower < 0 || upper < 0) {
            throw new IllegalArgumentException(
                    "a band must have widths of 0 or more, but got lower " + lower + ", upper " + upper);
        }
    }

    /** The band that leaves no entry out. */
    public static Band full(int size) {
        return new Band(size - 1, size - 1);
    }

    /** The same band where it is wider than the matrix, cut to the matrix. */
    Band within(int size) {
        return new Band(Math.min(lower, size - 1), Math.min(upper, size - 1));
    }
}
