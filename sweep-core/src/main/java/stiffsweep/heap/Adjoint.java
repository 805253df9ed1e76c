package stiffsweep.heap;

import org.jspecify.annotations.Nullable;

/** The derivative of the sum at the end of a tape with respect to an array, as it is added up on the way back. */
final class Adjoint {

    private final int[] sizes;
    private double @Nullable [] numbers;
    /** Whether nobody else holds the numbers, which may be those of another adjoint. */
    private boolean isOwn;

    Adjoint(int[] sizes) {
        this.sizes = sizes;
    }

    /** The numbers so far; null where nothing has come. */
    double @Nullable [] numbers() {
        return numbers;
    }

    void add(double[] share) {
        double[] before = numbers;
        if (before == null) {
            numbers = share;
        } else {
            double[] sum = isOwn ? before : new double[share.length];
            Arithmetic.ADD.rows(before, 0, share, 0, sum, 0, sum.length);
            numbers = sum;
            isOwn = true;
        }
    }

    /** Adds the sums of a share over what the array is broadcast along. */
    void add(double[] share, int[] shareSizes) {
        double[] sums = share;
        int[] left = shareSizes;
        while (left.length > sizes.length) {
            sums = Axes.of(left, 0).sums(sums);
            left = Sizes.without(left, 0);
        }
        for (int axis = 0; axis < left.length; axis++) {
            if (left[axis] != sizes[axis]) {
                sums = Axes.of(left, axis).sums(sums);
                left = Sizes.with(left, axis, 1);
            }
        }
        add(sums);
    }

    /** Adds a share to some slices. */
    void add(double[] share, Axes axes, int first) {
        double[] own = numbers;
        if (own == null || !isOwn) {
            own = own == null ? new double[Sizes.product(sizes)] : own.clone();
            numbers = own;
            isOwn = true;
        }
        axes.add(share, first, own);
    }
}
