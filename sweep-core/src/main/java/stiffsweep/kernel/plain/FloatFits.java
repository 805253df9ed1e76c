package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.FloatVector.broadcast;
import static stiffsweep.kernel.plain.FloatLanes.SPECIES;

import stiffsweep.kernel.lane.FloatVector;

/** The bits and limits of the elementary functions in float32, and their polynomials. */
final class FloatFits {

    /** The bit of the sign. */
    static final int SIGN = 0x8000_0000;
    /** The bits of 1. */
    static final int ONE = 0x3f80_0000;
    /** The place of the exponent. */
    static final int EXPONENT = 23;
    /** Added to a number it rounds it to a whole one, which is then in the lowest bits. */
    static final float ROUNDING = 0x1.8p23f;

    /** The standard normal density at 0, {@code 1 / sqrt(2 pi)}. */
    static final float NORMAL_DENSITY = 0.3989423f;
    /** {@code 1 / pi}. */
    static final float PER_PI = 0.31830987f;
    /** {@code 1 / ln 2}. */
    static final float PER_LN2 = 1.442695f;
    /** ln 2 as a sum: the first part times a whole number of this size is exact. */
    static final float LN2_HIGH = 0.69314575f;

    static final float LN2_LOW = 1.4286068e-6f;
    /** pi as a sum. */
    static final float PI_HIGH = 3.1415927f;

    static final float PI_MIDDLE = -8.742278e-8f;
    static final float PI_LOW = -3.430244e-15f;

    /** From here on functions are at their limit; or numbers are too far apart for the sine to mean anything. */
    static final float GELU_END = 13f;

    static final float TANH_END = 10f;
    static final float SILU_END = 87f;
    static final float SINE_END = 0x1p22f;

    /** How fast the variable of {@link #tail} falls. */
    static final float TAIL_SCALE = 0.3f;

    private FloatFits() {}

    /** {@code (exp(s) - 1 - s) / s^2} for {@code |s| <= ln(2) / 2}. */
    static FloatVector exponential(FloatVector s) {
        return broadcast(SPECIES, 0.0013926927f)
                .fma(s, broadcast(SPECIES, 0.008363774f))
                .fma(s, broadcast(SPECIES, 0.04166655f))
                .fma(s, broadcast(SPECIES, 0.16666573f))
                .fma(s, broadcast(SPECIES, 0.5f));
    }

    /**
     * {@code Q(x) exp(x^2 / 2) / t} in {@code t = 1 / (1 + TAIL_SCALE x)}, Q(x) being the part of a normal distribution beyond
     * x: interpolated at Chebyshev points of 0 <= x <= 13.3, with a relative error of 2e-8.
     */
    static FloatVector tail(FloatVector t) {
        return broadcast(SPECIES, -0.02083004f)
                .fma(t, broadcast(SPECIES, 0.11359013f))
                .fma(t, broadcast(SPECIES, -0.23100232f))
                .fma(t, broadcast(SPECIES, 0.19559494f))
                .fma(t, broadcast(SPECIES, -0.08265924f))
                .fma(t, broadcast(SPECIES, 0.09792212f))
                .fma(t, broadcast(SPECIES, 0.07777296f))
                .fma(t, broadcast(SPECIES, 0.110368036f))
                .fma(t, broadcast(SPECIES, 0.11955593f))
                .fma(t, broadcast(SPECIES, 0.1196875f));
    }

    /** {@code (sin(r) - r) / r^3} as a series in {@code r^2}, for {@code |r| <= pi / 2}. */
    static FloatVector sine(FloatVector square) {
        return broadcast(SPECIES, 1f / 6227020800f)
                .fma(square, broadcast(SPECIES, -1f / 39916800f))
                .fma(square, broadcast(SPECIES, 1f / 362880f))
                .fma(square, broadcast(SPECIES, -1f / 5040f))
                .fma(square, broadcast(SPECIES, 1f / 120f))
                .fma(square, broadcast(SPECIES, -1f / 6f));
    }

    /** {@code (cos(r) - 1) / r^2} as a series in {@code r^2}, for {@code |r| <= pi / 2}. */
    static FloatVector cosine(FloatVector square) {
        return broadcast(SPECIES, 1f / 479001600f)
                .fma(square, broadcast(SPECIES, -1f / 3628800f))
                .fma(square, broadcast(SPECIES, 1f / 40320f))
                .fma(square, broadcast(SPECIES, -1f / 720f))
                .fma(square, broadcast(SPECIES, 1f / 24f))
                .fma(square, broadcast(SPECIES, -1f / 2f));
    }
}
