package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.FloatVector.broadcast;
import static stiffsweep.kernel.lane.FloatVector.fromArray;
import static stiffsweep.kernel.plain.FloatLanes.ACTIVATION;
import static stiffsweep.kernel.plain.FloatLanes.LANES;
import static stiffsweep.kernel.plain.FloatLanes.SECONDS;
import static stiffsweep.kernel.plain.FloatLanes.SPECIES;

import java.util.List;
import stiffsweep.kernel.lane.FloatVector;
import stiffsweep.kernel.lane.VectorOperators;

/**
 * The activation function g with two derivatives, or three where jets have second derivatives, for some numbers u that stay in
 * the nearest cache. Polynomials and single roundings alone, so that they are the same on every machine; not a number where u is
 * none.
 *
 * <p>Each function is three short loops, which one place calls: C2 stops joining methods to a method after some fifty operations
 * on vectors, and where it has seen three targets of a call it joins none of them, but compiles each on its own.
 */
final class FloatActivations {

    /** Where the functions are asked for. */
    final float[] u;
    /** g(u). */
    final float[] value;
    /** g'(u). */
    final float[] slope;
    /** g''(u). */
    final float[] bend;
    /** g'''(u), where second derivatives ask for it. */
    final float[] curve;

    // What the loops of a function leave for the next one.

    /** The variable of a polynomial. */
    private final float[] variable;
    /** What multiplies it: a power of two, a sign, or the Gauss function. */
    private final float[] factor;
    /** The tail of gelu, {@code exp(s) - 1}, or the rest r of the sine. */
    private final float[] part;

    private final List<Loop> loops;

    FloatActivations(int numbers) {
        u = new float[numbers];
        value = new float[numbers];
        slope = new float[numbers];
        bend = new float[numbers];
        curve = new float[numbers];
        part = new float[numbers];
        variable = new float[numbers];
        factor = new float[numbers];
        loops = loops();
    }

    /** A loop over the first numbers. */
    private interface Loop {
        void over(int numbers);
    }

    private List<Loop> loops() {
        return switch (ACTIVATION) {
            case GELU -> List.of(this::gaussAndTailVariable, this::tail, this::withDistribution);
            case TANH -> List.of(n -> reduce(-2f, FloatFits.TANH_END, n), this::exponentialLessOne, this::withTangent);
            case SILU -> List.of(n -> reduce(-1f, FloatFits.SILU_END, n), this::exponentialLessOne, this::withLogistic);
            case SINE -> List.of(this::reduceToHalfPeriod, this::withSine, this::withCosine);
        };
    }

    /** Works out the first numbers, a whole number of vectors. */
    void evaluate(int numbers) {
        for (Loop loop : loops) {
            loop.over(numbers);
        }
    }

    private void gaussAndTailVariable(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector a = fromArray(SPECIES, u, i).abs().min(FloatFits.GELU_END);
            FloatVector exponent = a.mul(-0.5f).mul(a);
            // What the product rounded away: in the tail, the exponential would show it many times.
            FloatVector lost = a.mul(0.5f).fma(a, exponent);
            FloatVector whole = wholePowers(exponent);
            FloatVector p = power(whole);
            lessOne(remainder(exponent, whole).sub(lost)).fma(p, p).intoArray(factor, i);
            broadcast(SPECIES, 1f)
                    .div(a.fma(broadcast(SPECIES, FloatFits.TAIL_SCALE), broadcast(SPECIES, 1f)))
                    .intoArray(variable, i);
        }
    }

    private void tail(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector t = fromArray(SPECIES, variable, i);
            FloatFits.tail(t).mul(t).mul(fromArray(SPECIES, factor, i)).intoArray(part, i);
        }
    }

    /** With the density phi and the distribution P: u P, P + u phi, phi (2 - u^2), phi (u^3 - 4 u). */
    private void withDistribution(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector x = fromArray(SPECIES, u, i);
            FloatVector a = x.abs().min(FloatFits.GELU_END);
            FloatVector distribution = step(x, fromArray(SPECIES, part, i));
            FloatVector density = fromArray(SPECIES, factor, i).mul(FloatFits.NORMAL_DENSITY);
            FloatVector square = a.mul(a);
            x.mul(distribution).intoArray(value, i);
            x.fma(density, distribution).intoArray(slope, i);
            broadcast(SPECIES, 2f).sub(square).mul(density).intoArray(bend, i);
            if (SECONDS > 0) {
                square.sub(4f).mul(x).mul(density).intoArray(curve, i);
            }
        }
    }

    /** With t = tanh u: t, 1 - t^2, -2 t g', g' (4 - 6 g'). */
    private void withTangent(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector p = fromArray(SPECIES, factor, i);
            // 1 - exp(-2 |u|) without the loss near 0.
            FloatVector missing = fromArray(SPECIES, part, i)
                    .fma(p.neg(), broadcast(SPECIES, 1f).sub(p));
            FloatVector size = missing.div(broadcast(SPECIES, 2f).sub(missing));
            FloatVector t = withSign(size, fromArray(SPECIES, u, i));
            FloatVector first = broadcast(SPECIES, 1f).sub(size.mul(size));
            t.intoArray(value, i);
            first.intoArray(slope, i);
            t.mul(first).mul(-2f).intoArray(bend, i);
            if (SECONDS > 0) {
                broadcast(SPECIES, 4f).sub(first.mul(6f)).mul(first).intoArray(curve, i);
            }
        }
    }

    /** With s = 1 / (1 + exp(-u)) and s' = s (1 - s): u s, s + u s', s' (2 + u (1 - 2 s)), s' (3 (1 - 2 s) + u (1 - 6 s')). */
    private void withLogistic(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector x = fromArray(SPECIES, u, i);
            FloatVector p = fromArray(SPECIES, factor, i);
            FloatVector small = fromArray(SPECIES, part, i).fma(p, p);
            FloatVector greater = broadcast(SPECIES, 1f).div(small.add(1f));
            FloatVector less = small.mul(greater);
            FloatVector s = step(x, less);
            FloatVector slopeOfS = greater.mul(less);
            FloatVector balance = broadcast(SPECIES, 1f).sub(s.add(s));
            x.mul(s).intoArray(value, i);
            x.fma(slopeOfS, s).intoArray(slope, i);
            x.fma(balance, broadcast(SPECIES, 2f)).mul(slopeOfS).intoArray(bend, i);
            if (SECONDS > 0) {
                FloatVector bracket =
                        broadcast(SPECIES, 1f).sub(slopeOfS.mul(6f)).mul(x);
                balance.fma(broadcast(SPECIES, 3f), bracket).mul(slopeOfS).intoArray(curve, i);
            }
        }
    }

    /** What the exponential of {@code scale |u|} needs: a remainder and a power of two. */
    private void reduce(float scale, float end, int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector exponent = fromArray(SPECIES, u, i).abs().min(end).mul(scale);
            FloatVector whole = wholePowers(exponent);
            remainder(exponent, whole).intoArray(variable, i);
            power(whole).intoArray(factor, i);
        }
    }

    /** {@code exp(s) - 1} for the remainders s. */
    private void exponentialLessOne(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            lessOne(fromArray(SPECIES, variable, i)).intoArray(part, i);
        }
    }

    /** The distance r from |u| to the nearest multiple of pi. */
    private void reduceToHalfPeriod(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector a = fromArray(SPECIES, u, i).abs().min(FloatFits.SINE_END);
            FloatVector whole = a.fma(broadcast(SPECIES, FloatFits.PER_PI), broadcast(SPECIES, FloatFits.ROUNDING));
            FloatVector n = whole.sub(FloatFits.ROUNDING).neg();
            FloatVector r = n.fma(broadcast(SPECIES, FloatFits.PI_HIGH), a);
            r = n.fma(broadcast(SPECIES, FloatFits.PI_MIDDLE), r);
            r = n.fma(broadcast(SPECIES, FloatFits.PI_LOW), r);
            r.intoArray(part, i);
            r.mul(r).intoArray(variable, i);
            // 1 or -1: the sign turns with every multiple of pi, so it is the lowest bit.
            whole.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, Float.SIZE - 1)
                    .or(FloatFits.ONE)
                    .reinterpretAsFloats()
                    .intoArray(factor, i);
        }
    }

    private void withSine(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector r = fromArray(SPECIES, part, i);
            FloatVector square = fromArray(SPECIES, variable, i);
            FloatVector sine = FloatFits.sine(square).mul(square).fma(r, r);
            FloatVector result = sine.mul(fromArray(SPECIES, factor, i))
                    .mul(withSign(broadcast(SPECIES, 1f), fromArray(SPECIES, u, i)));
            result.intoArray(value, i);
            result.neg().intoArray(bend, i);
        }
    }

    private void withCosine(int numbers) {
        for (int i = 0; i < numbers; i += LANES) {
            FloatVector square = fromArray(SPECIES, variable, i);
            FloatVector cosine = FloatFits.cosine(square).fma(square, broadcast(SPECIES, 1f));
            FloatVector result = cosine.mul(fromArray(SPECIES, factor, i));
            result.intoArray(slope, i);
            if (SECONDS > 0) {
                result.neg().intoArray(curve, i);
            }
        }
    }

    /** The whole number n nearest to {@code x / ln 2}, in the lowest bits of n + ROUNDING. */
    private static FloatVector wholePowers(FloatVector x) {
        return x.fma(broadcast(SPECIES, FloatFits.PER_LN2), broadcast(SPECIES, FloatFits.ROUNDING));
    }

    /** {@code x - n ln 2}. */
    private static FloatVector remainder(FloatVector x, FloatVector whole) {
        FloatVector n = whole.sub(FloatFits.ROUNDING).neg();
        return n.fma(broadcast(SPECIES, FloatFits.LN2_LOW), n.fma(broadcast(SPECIES, FloatFits.LN2_HIGH), x));
    }

    /** {@code 2^n}. */
    private static FloatVector power(FloatVector whole) {
        return whole.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, FloatFits.EXPONENT)
                .add(FloatFits.ONE)
                .reinterpretAsFloats();
    }

    /** {@code exp(s) - 1} for a remainder s. */
    private static FloatVector lessOne(FloatVector s) {
        return FloatFits.exponential(s).fma(s.mul(s), s);
    }

    /** A number that is not negative, with the sign of another. */
    private static FloatVector withSign(FloatVector size, FloatVector sign) {
        return size.reinterpretAsInts()
                .or(sign.reinterpretAsInts().and(FloatFits.SIGN))
                .reinterpretAsFloats();
    }

    /** From 0 at the far left to 1 at the far right: the tail where x is negative, 1 less the tail where it is not. */
    private static FloatVector step(FloatVector x, FloatVector tail) {
        FloatVector half = withSign(broadcast(SPECIES, 0.5f), x);
        return half.add(0.5f).sub(withSign(tail, x));
    }
}
