package stiffsweep.heap;

import java.util.Arrays;

/** The sizes of an array's axes, as an {@code int[]} that nobody changes. */
final class Sizes {

    private Sizes() {}

    static int product(int[] sizes) {
        return product(sizes, 0, sizes.length);
    }

    /** The product of the axes from one on, up to and without another. */
    static int product(int[] sizes, int from, int to) {
        int product = 1;
        for (int axis = from; axis < to; axis++) {
            product = Math.multiplyExact(product, sizes[axis]);
        }
        return product;
    }

    /** The same sizes but for one axis. */
    static int[] with(int[] sizes, int axis, int size) {
        int[] others = sizes.clone();
        others[axis] = size;
        return others;
    }

    /** The same with one axis more, of size one, before another. */
    static int[] widened(int[] sizes, int axis) {
        int[] wider = new int[sizes.length + 1];
        System.arraycopy(sizes, 0, wider, 0, axis);
        wider[axis] = 1;
        System.arraycopy(sizes, axis, wider, axis + 1, sizes.length - axis);
        return wider;
    }

    /** The same without an axis. */
    static int[] without(int[] sizes, int axis) {
        int[] fewer = new int[sizes.length - 1];
        System.arraycopy(sizes, 0, fewer, 0, axis);
        System.arraycopy(sizes, axis + 1, fewer, axis, fewer.length - axis);
        return fewer;
    }

    /** An axis counted from the first, where it may be counted back from the last as -1. */
    static int axis(int[] sizes, int axis) {
        return axis < 0 ? axis + sizes.length : axis;
    }

    /** Axes counted from the first, the last one before the others: an axis keeps its number when those after it go. */
    static int[] lastFirst(int[] sizes, int... axes) {
        return Arrays.stream(axes)
                .map(axis -> -axis(sizes, axis))
                .sorted()
                .map(negative -> -negative)
                .toArray();
    }

    /**
     * The sizes to which two arrays broadcast.
     *
     * @throws IllegalArgumentException if they do not
     */
    static int[] common(int[] left, int[] right) {
        if (Arrays.equals(left, right)) {
            return left;
        }
        int[] sizes = new int[Math.max(left.length, right.length)];
        for (int fromLast = 1; fromLast <= sizes.length; fromLast++) {
            int mine = fromLast(left, fromLast);
            int theirs = fromLast(right, fromLast);
            if (mine != theirs && mine != 1 && theirs != 1) {
                throw new IllegalArgumentException(
                        "the sizes of two arrays must be equal, or one, from the last axis on, but got "
                                + Arrays.toString(left) + " and " + Arrays.toString(right));
            }
            sizes[sizes.length - fromLast] = mine == 1 ? theirs : mine;
        }
        return sizes;
    }

    /** The size of an axis counted from the last, one beyond the first. */
    static int fromLast(int[] sizes, int fromLast) {
        return fromLast > sizes.length ? 1 : sizes[sizes.length - fromLast];
    }
}
