package stiffsweep.heap;

/** Powers of numbers with the same bits everywhere. */
final class Powers {

    private Powers() {}

    static double of(double base, double exponent) {
        if (exponent == 1) {
            return base;
        } else if (exponent == 2) {
            return base * base;
        } else if (exponent == 3) {
            return base * base * base;
        } else if (exponent == -1) {
            return 1 / base;
        } else if (exponent == -2) {
            return 1 / (base * base);
        }
        return StrictMath.pow(base, exponent);
    }
}
