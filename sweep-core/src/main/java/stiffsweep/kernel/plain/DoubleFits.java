package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.DoubleVector.broadcast;
import static stiffsweep.kernel.plain.DoubleLanes.SPECIES;

import stiffsweep.kernel.lane.DoubleVector;

/** The bits and limits of the elementary functions in float64, and their polynomials. */
final class DoubleFits {

    /** The bit of the sign. */
    static final long SIGN = 0x8000_0000_0000_0000L;
    /** The bits of 1. */
    static final long ONE = 0x3ff0_0000_0000_0000L;
    /** The place of the exponent. */
    static final int EXPONENT = 52;
    /** Added to a number it rounds it to a whole one, which is then in the lowest bits. */
    static final double ROUNDING = 0x1.8p52;

    /** The standard normal density at 0, {@code 1 / sqrt(2 pi)}. */
    static final double NORMAL_DENSITY = 0.3989422804014327;
    /** {@code 1 / pi}. */
    static final double PER_PI = 0.3183098861837907;
    /** {@code 1 / ln 2}. */
    static final double PER_LN2 = 1.4426950408889634;
    /** ln 2 as a sum: the first part times a whole number of this size is exact. */
    static final double LN2_HIGH = 0.6931471803691238;

    static final double LN2_LOW = 1.9082149292705877e-10;
    /** pi as a sum. */
    static final double PI_HIGH = 3.141592653589793;

    static final double PI_MIDDLE = 1.2246467991473532e-16;
    static final double PI_LOW = -2.9947698097183397e-33;

    /** From here on functions are at their limit; or numbers are too far apart for the sine to mean anything. */
    static final double GELU_END = 37;

    static final double TANH_END = 20;
    static final double SILU_END = 708;
    static final double SINE_END = 0x1p51;

    /** How fast the variable of {@link #tail} falls. */
    static final double TAIL_SCALE = 0.2;

    private DoubleFits() {}

    /** {@code (exp(s) - 1 - s) / s^2} for {@code |s| <= ln(2) / 2}. */
    static DoubleVector exponential(DoubleVector s) {
        return broadcast(SPECIES, 2.510134692835034e-8)
                .fma(s, broadcast(SPECIES, 2.7621338669142925e-7))
                .fma(s, broadcast(SPECIES, 2.7557266418612306e-6))
                .fma(s, broadcast(SPECIES, 2.4801518641395993e-5))
                .fma(s, broadcast(SPECIES, 0.00019841269864380513))
                .fma(s, broadcast(SPECIES, 0.0013888888918939168))
                .fma(s, broadcast(SPECIES, 0.008333333333329793))
                .fma(s, broadcast(SPECIES, 0.04166666666662064))
                .fma(s, broadcast(SPECIES, 0.16666666666666669))
                .fma(s, broadcast(SPECIES, 0.5));
    }

    /**
     * {@code Q(x) exp(x^2 / 2) / t} in {@code t = 1 / (1 + TAIL_SCALE x)}, Q(x) being the part of a normal distribution beyond
     * x: interpolated at Chebyshev points of 0 <= x <= 38, with a relative error of 2e-16.
     */
    static DoubleVector tail(DoubleVector t) {
        return broadcast(SPECIES, -0.0001137951854609436)
                .fma(t, broadcast(SPECIES, 0.0004876638203195434))
                .fma(t, broadcast(SPECIES, 0.0030582535789121885))
                .fma(t, broadcast(SPECIES, -0.03328419825446243))
                .fma(t, broadcast(SPECIES, 0.13842156763696367))
                .fma(t, broadcast(SPECIES, -0.34857924067576634))
                .fma(t, broadcast(SPECIES, 0.6020063682454919))
                .fma(t, broadcast(SPECIES, -0.7616369085970734))
                .fma(t, broadcast(SPECIES, 0.7407420145340747))
                .fma(t, broadcast(SPECIES, -0.5692219911554531))
                .fma(t, broadcast(SPECIES, 0.3467652859594229))
                .fma(t, broadcast(SPECIES, -0.17454357576810967))
                .fma(t, broadcast(SPECIES, 0.07145319923758338))
                .fma(t, broadcast(SPECIES, -0.016096658843332595))
                .fma(t, broadcast(SPECIES, 0.021246485280022355))
                .fma(t, broadcast(SPECIES, 0.024315570320561593))
                .fma(t, broadcast(SPECIES, 0.03780954349238276))
                .fma(t, broadcast(SPECIES, 0.04975763914403374))
                .fma(t, broadcast(SPECIES, 0.0610253298231081))
                .fma(t, broadcast(SPECIES, 0.07021360545164744))
                .fma(t, broadcast(SPECIES, 0.07659693018735542))
                .fma(t, broadcast(SPECIES, 0.07978845568152344))
                .fma(t, broadcast(SPECIES, 0.07978845608625543));
    }

    /** {@code (sin(r) - r) / r^3} as a series in {@code r^2}, for {@code |r| <= pi / 2}. */
    static DoubleVector sine(DoubleVector square) {
        return broadcast(SPECIES, 1 / 51090942171709440000.0)
                .fma(square, broadcast(SPECIES, -1 / 121645100408832000.0))
                .fma(square, broadcast(SPECIES, 1 / 355687428096000.0))
                .fma(square, broadcast(SPECIES, -1 / 1307674368000.0))
                .fma(square, broadcast(SPECIES, 1 / 6227020800.0))
                .fma(square, broadcast(SPECIES, -1 / 39916800.0))
                .fma(square, broadcast(SPECIES, 1 / 362880.0))
                .fma(square, broadcast(SPECIES, -1 / 5040.0))
                .fma(square, broadcast(SPECIES, 1 / 120.0))
                .fma(square, broadcast(SPECIES, -1 / 6.0));
    }

    /** {@code (cos(r) - 1) / r^2} as a series in {@code r^2}, for {@code |r| <= pi / 2}. */
    static DoubleVector cosine(DoubleVector square) {
        return broadcast(SPECIES, -1 / 1.1240007277776077e21)
                .fma(square, broadcast(SPECIES, 1 / 2432902008176640000.0))
                .fma(square, broadcast(SPECIES, -1 / 6402373705728000.0))
                .fma(square, broadcast(SPECIES, 1 / 20922789888000.0))
                .fma(square, broadcast(SPECIES, -1 / 87178291200.0))
                .fma(square, broadcast(SPECIES, 1 / 479001600.0))
                .fma(square, broadcast(SPECIES, -1 / 3628800.0))
                .fma(square, broadcast(SPECIES, 1 / 40320.0))
                .fma(square, broadcast(SPECIES, -1 / 720.0))
                .fma(square, broadcast(SPECIES, 1 / 24.0))
                .fma(square, broadcast(SPECIES, -0.5));
    }
}
