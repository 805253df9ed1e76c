package stiffsweep.reference;

/**
 * Bessel functions of half-integer order {@code n + 1/2} and positive argument, where they are elementary (Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 10.1). The Hankel functions are {@code J + i Y} and {@code J - i Y}.
 */
public final class HalfIntegerBessel {

    private HalfIntegerBessel() {}

    /** The function of the first kind, {@code J_(n + 1/2)(x)}; n may be negative. */
    public static double firstKind(int n, double x) {
        requirePositive(x);
        if (n < 0) {
            return signOf(n) * secondKind(-n - 1, x);
        }
        return x < n + 1.5 ? series(n, x) : upward(n, x, envelope(x) * Math.cos(x), envelope(x) * Math.sin(x));
    }

    /** The function of the second kind, {@code Y_(n + 1/2)(x)}; n may be negative. */
    public static double secondKind(int n, double x) {
        requirePositive(x);
        if (n < 0) {
            return -signOf(n) * firstKind(-n - 1, x);
        }
        return upward(n, x, envelope(x) * Math.sin(x), -envelope(x) * Math.cos(x));
    }

    /** The sign in {@code J_-(m + 1/2) = (-1)^(m + 1) Y_(m + 1/2)} for {@code n = -m - 1} (10.1.11, 10.1.12). */
    private static int signOf(int n) {
        return n % 2 == 0 ? 1 : -1;
    }

    private static double envelope(double x) {
        return Math.sqrt(2 / (Math.PI * x));
    }

    /**
     * The recurrence in the order (10.1.19), stable upwards where the function grows with the order.
     *
     * @param below the function of order -1/2
     * @param first the function of order 1/2
     */
    private static double upward(int n, double x, double below, double first) {
        double last = below;
        double value = first;
        for (int m = 0; m < n; m++) {
            double next = (2 * m + 1) / x * value - last;
            last = value;
            value = next;
        }
        return value;
    }

    /** The ascending series (10.1.2): for small arguments, where the closed form of the first kind cancels. */
    private static double series(int n, double x) {
        double term = envelope(x);
        for (int m = 0; m <= n; m++) {
            term *= x / (2 * m + 1);
        }
        double sum = 0;
        for (int k = 1; sum + term != sum; k++) {
            sum += term;
            term *= -x * x / (2 * k * (2.0 * n + 2 * k + 1));
        }
        return sum;
    }

    private static void requirePositive(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a Bessel function of half-integer order must have a positive, finite" + " argument, but got " + x);
        }
    }
}
