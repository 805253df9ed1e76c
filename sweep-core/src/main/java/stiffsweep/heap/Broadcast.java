package stiffsweep.heap;

import java.util.Arrays;

/** How two arrays go through one loop: rows of both, where an array that does not change along an axis stands still. */
final class Broadcast {

    private final int[] sizes;
    private final int[] counts;
    private final int[] leftSteps;
    private final int[] rightSteps;

    private Broadcast(int[] sizes, int[] counts, int[] leftSteps, int[] rightSteps) {
        this.sizes = sizes;
        this.counts = counts;
        this.leftSteps = leftSteps;
        this.rightSteps = rightSteps;
    }

    /** The numbers of two arrays, in the sizes to which they broadcast. */
    static double[] apply(Arithmetic operation, double[] left, int[] leftSizes, double[] right, int[] rightSizes) {
        int[] sizes = Sizes.common(leftSizes, rightSizes);
        double[] to = new double[Sizes.product(sizes)];
        apply(operation, left, leftSizes, right, rightSizes, to);
        return to;
    }

    /** The same, written over other numbers, which may be those of one of the two where it has all sizes. */
    static void apply(
            Arithmetic operation, double[] left, int[] leftSizes, double[] right, int[] rightSizes, double[] to) {
        if (left.length == to.length && right.length == to.length) {
            operation.rows(left, 0, right, 0, to, 0, to.length);
        } else if (right.length == 1 && left.length == to.length) {
            operation.rowAndNumber(left, 0, right[0], to, 0, to.length);
        } else if (left.length == 1 && right.length == to.length) {
            operation.numberAndRow(left[0], right, 0, to, 0, to.length);
        } else if (to.length > 0) {
            of(Sizes.common(leftSizes, rightSizes), leftSizes, rightSizes).apply(operation, left, right, to);
        }
    }

    private static Broadcast of(int[] sizes, int[] left, int[] right) {
        int axes = sizes.length;
        int[] counts = new int[axes];
        int[] leftSteps = new int[axes];
        int[] rightSteps = new int[axes];
        int merged = 0;
        int leftStep = 1;
        int rightStep = 1;
        // From the last axis; one that goes on where the next inner one ends is made one with it.
        for (int fromLast = 1; fromLast <= axes; fromLast++) {
            int size = Sizes.fromLast(sizes, fromLast);
            int mine = Sizes.fromLast(left, fromLast);
            int theirs = Sizes.fromLast(right, fromLast);
            int mineStep = mine == 1 ? 0 : leftStep;
            int theirStep = theirs == 1 ? 0 : rightStep;
            leftStep *= mine;
            rightStep *= theirs;
            if (size == 1) {
                continue;
            }
            int inner = merged - 1;
            if (merged > 0
                    && mineStep == leftSteps[inner] * counts[inner]
                    && theirStep == rightSteps[inner] * counts[inner]) {
                counts[inner] *= size;
            } else {
                counts[merged] = size;
                leftSteps[merged] = mineStep;
                rightSteps[merged] = theirStep;
                merged++;
            }
        }
        return new Broadcast(Arrays.copyOf(counts, merged), counts, leftSteps, rightSteps);
    }

    private void apply(Arithmetic operation, double[] left, double[] right, double[] to) {
        axis(operation, sizes.length - 1, left, 0, right, 0, to, 0);
    }

    /** One axis and all inner ones; the number of results that it made. */
    private int axis(
            Arithmetic operation,
            int axis,
            double[] left,
            int leftAt,
            double[] right,
            int rightAt,
            double[] to,
            int at) {
        int count = counts[axis];
        if (axis == 0) {
            row(operation, left, leftAt, right, rightAt, to, at, count);
            return count;
        }
        int made = 0;
        for (int i = 0; i < count; i++) {
            int mine = leftAt + i * leftSteps[axis];
            int theirs = rightAt + i * rightSteps[axis];
            made += axis(operation, axis - 1, left, mine, right, theirs, to, at + made);
        }
        return made;
    }

    private void row(
            Arithmetic operation,
            double[] left,
            int leftAt,
            double[] right,
            int rightAt,
            double[] to,
            int at,
            int count) {
        if (leftSteps[0] == 0) {
            operation.numberAndRow(left[leftAt], right, rightAt, to, at, count);
        } else if (rightSteps[0] == 0) {
            operation.rowAndNumber(left, leftAt, right[rightAt], to, at, count);
        } else {
            operation.rows(left, leftAt, right, rightAt, to, at, count);
        }
    }
}
