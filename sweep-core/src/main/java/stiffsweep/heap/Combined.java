package stiffsweep.heap;

/** What two arrays make, with what each gets of its adjoint. */
final class Combined {

    private Combined() {}

    static HeapArray sum(HeapArray left, HeapArray right) {
        return of(Arithmetic.ADD, left, right, (share, sizes) -> {
            left.receive(share, sizes);
            right.receive(share, sizes);
        });
    }

    static HeapArray difference(HeapArray left, HeapArray right) {
        return of(Arithmetic.SUBTRACT, left, right, (share, sizes) -> {
            left.receive(share, sizes);
            if (right.isTracked()) {
                right.receive(negated(share), sizes);
            }
        });
    }

    static HeapArray product(HeapArray left, HeapArray right) {
        return of(Arithmetic.MULTIPLY, left, right, (share, sizes) -> {
            if (left.isTracked()) {
                left.receive(apply(Arithmetic.MULTIPLY, share, sizes, right), sizes);
            }
            if (right.isTracked()) {
                right.receive(apply(Arithmetic.MULTIPLY, share, sizes, left), sizes);
            }
        });
    }

    static HeapArray quotient(HeapArray left, HeapArray right) {
        return of(Arithmetic.DIVIDE, left, right, (share, sizes) -> {
            double[] ofLeft = apply(Arithmetic.DIVIDE, share, sizes, right);
            left.receive(ofLeft, sizes);
            if (right.isTracked()) {
                double[] quotients = values(Arithmetic.DIVIDE, left, right);
                Arithmetic.MULTIPLY.rows(ofLeft, 0, quotients, 0, quotients, 0, quotients.length);
                right.receive(negated(quotients), sizes);
            }
        });
    }

    /** A power whose exponent is a constant to every derivative. */
    static HeapArray power(HeapArray base, HeapArray exponent) {
        return of(Arithmetic.POWER, base, exponent, (share, sizes) -> {
            double[] lower = exponent.values().clone();
            Arithmetic.SUBTRACT.rowAndNumber(lower, 0, 1, lower, 0, lower.length);
            double[] slopes = Broadcast.apply(Arithmetic.POWER, base.values(), base.sizes(), lower, exponent.sizes());
            slopes = apply(Arithmetic.MULTIPLY, slopes, sizes, exponent);
            Arithmetic.MULTIPLY.rows(slopes, 0, share, 0, slopes, 0, slopes.length);
            base.receive(slopes, sizes);
        });
    }

    /** The numbers of one array where a condition is not zero, those of another elsewhere. */
    static HeapArray chosen(HeapArray condition, HeapArray holds, HeapArray fails) {
        int[] sizes = Sizes.common(condition.sizes(), Sizes.common(holds.sizes(), fails.sizes()));
        double[] chooses = condition.widened(sizes);
        double[] result = masked(chooses, holds.widened(sizes), fails.widened(sizes));
        HeapArray recorder = holds.isTracked() ? holds : fails;
        return recorder.recorded(result, sizes, share -> {
            double[] nothing = new double[share.length];
            holds.receive(masked(chooses, share, nothing), sizes);
            fails.receive(masked(chooses, nothing, share), sizes);
        });
    }

    private static double[] masked(double[] chooses, double[] holds, double[] fails) {
        double[] masked = fails.clone();
        for (int i = 0; i < masked.length; i++) {
            if (chooses[i] != 0) {
                masked[i] = holds[i];
            }
        }
        return masked;
    }

    /** Hands the adjoint of a result on to two arrays. */
    @FunctionalInterface
    private interface Reverse {
        void share(double[] adjointOfResult, int[] sizes);
    }

    private static HeapArray of(Arithmetic operation, HeapArray left, HeapArray right, Reverse reverse) {
        int[] sizes = Sizes.common(left.sizes(), right.sizes());
        HeapArray recorder = left.isTracked() ? left : right;
        return recorder.recorded(values(operation, left, right), sizes, share -> reverse.share(share, sizes));
    }

    /** The numbers of the result, in the sizes to which the two broadcast. */
    static double[] values(Arithmetic operation, HeapArray left, HeapArray right) {
        return Broadcast.apply(operation, left.values(), left.sizes(), right.values(), right.sizes());
    }

    private static double[] apply(Arithmetic operation, double[] share, int[] sizes, HeapArray factor) {
        return Broadcast.apply(operation, share, sizes, factor.values(), factor.sizes());
    }

    private static double[] negated(double[] share) {
        return ElementFunction.NEGATIVE.values(share);
    }
}
