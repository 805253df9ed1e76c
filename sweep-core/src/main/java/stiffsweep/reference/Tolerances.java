package stiffsweep.reference;

/**
 * How large the error of a step may be: {@code absolute + relative |y|} for each component.
 *
 * @param relative at least {@value #SMALLEST} and less than 1
 * @param absolute more than zero, in units of the state; far below the smallest component that matters
 */
public record Tolerances(double relative, double absolute) {

    /** About ten units of rounding: tighter than this, a step's error cannot be told from rounding. */
    public static final double SMALLEST = 2e-15;

    /** What a truth is solved with: eleven digits or more in the published problems of the tests. */
    public static final Tolerances TIGHT = new Tolerances(1e-13, 1e-15);

    public Tolerances {
        if (!(relative >= SMALLEST && relative < 1) || !(absolute > 0 && absolute < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerances must have relative in [" + SMALLEST
                    + ", 1) and absolute > 0, but got relative " + relative + ", absolute " + absolute);
        }
    }
}
