package stiffsweep.heap;

/** Loops along one axis of an array: what stands before the axis, the axis, and what stands behind it. */
record Axes(int outer, int count, int inner) {

    static Axes of(int[] sizes, int axis) {
        return new Axes(Sizes.product(sizes, 0, axis), sizes[axis], Sizes.product(sizes, axis + 1, sizes.length));
    }

    /** The sums along the axis. */
    double[] sums(double[] values) {
        double[] sums = new double[outer * inner];
        for (int o = 0; o < outer; o++) {
            if (inner == 1) {
                sums[o] = sum(values, o * count, count);
            } else {
                for (int k = 0; k < count; k++) {
                    int from = (o * count + k) * inner;
                    Arithmetic.ADD.rows(sums, o * inner, values, from, sums, o * inner, inner);
                }
            }
        }
        return sums;
    }

    /** The largest along the axis; not a number where one is none. */
    double[] largest(double[] values) {
        double[] largest = new double[outer * inner];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < inner; i++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < count; k++) {
                    most = Math.max(most, values[(o * count + k) * inner + i]);
                }
                largest[o * inner + i] = most;
            }
        }
        return largest;
    }

    /** The slices from one on, so many. */
    double[] slices(double[] values, int first, int some) {
        double[] slices = new double[outer * some * inner];
        for (int o = 0; o < outer; o++) {
            System.arraycopy(values, (o * count + first) * inner, slices, o * some * inner, some * inner);
        }
        return slices;
    }

    /** Writes slices over those from one on. */
    void write(double[] slices, int first, double[] to) {
        int some = slices.length / Math.max(1, outer);
        for (int o = 0; o < outer; o++) {
            System.arraycopy(slices, o * some, to, (o * count + first) * inner, some);
        }
    }

    /** Adds slices to those from one on. */
    void add(double[] slices, int first, double[] to) {
        int some = slices.length / Math.max(1, outer);
        for (int o = 0; o < outer; o++) {
            int at = (o * count + first) * inner;
            Arithmetic.ADD.rows(to, at, slices, o * some, to, at, some);
        }
    }

    /** The slices in the opposite order. */
    double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < count; k++) {
                System.arraycopy(values, (o * count + k) * inner, reversed, (o * count + count - 1 - k) * inner, inner);
            }
        }
        return reversed;
    }

    /** A sum in four strands, which are added two by two: fast, and in an order that no processor changes. */
    private static double sum(double[] values, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        int end = from + count;
        for (; i + 4 <= end; i += 4) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
        }
        double rest = 0;
        for (; i < end; i++) {
            rest += values[i];
        }
        return (s0 + s1) + (s2 + s3) + rest;
    }
}
