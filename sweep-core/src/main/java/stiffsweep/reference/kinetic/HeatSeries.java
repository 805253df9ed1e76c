package stiffsweep.reference.kinetic;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * The heat equation {@code rho_t = D rho_xx} on [0, 1] between two fixed values, as a sine series: the limit of linear transport
 * as the Knudsen number vanishes, with D = 1/(3 s) for the scattering s.
 *
 * @param diffusion D
 * @param left the value at x = 0
 * @param right the value at x = 1
 * @param initial the values at t = 0
 * @param coefficients of {@code sin(n pi x)} for n = 1, 2, .. in what the initial values have beyond the line from left to right
 */
public record HeatSeries(
        double diffusion, double left, double right, DoubleUnaryOperator initial, IntToDoubleFunction coefficients) {

    /** Terms that have decayed below e^-40 are beyond double precision. */
    private static final double DECAYED = 40;

    private static final int MOST_TERMS = 100_000;

    /** The limit of a slab that is empty at t = 0, with what its walls let in behind their layers. */
    public static HeatSeries ofEmpty(double scattering, Slab.Inflow inflow) {
        Slab.Inflow behind = inflow.behindLayers();
        return fromEmpty(
                1 / (3 * scattering),
                behind.left().applyAsDouble(0),
                behind.right().applyAsDouble(0));
    }

    /** A slab that is empty at t = 0. */
    public static HeatSeries fromEmpty(double diffusion, double left, double right) {
        return new HeatSeries(
                diffusion, left, right, x -> 0, n -> -2 / (n * Math.PI) * (left - (n % 2 == 0 ? right : -right)));
    }

    /** The bump {@code h (1 + sin(2 pi x - pi/2)) / 2} between zeros, with its height h. */
    public static HeatSeries fromBump(double diffusion, double height) {
        return new HeatSeries(
                diffusion,
                0,
                0,
                x -> height * (1 + Math.sin(2 * Math.PI * x - Math.PI / 2)) / 2,
                n -> n % 2 == 0 ? 0 : -8 * height / (Math.PI * n * (n * (double) n - 4)));
    }

    /** The density at a time and place. */
    public double at(double time, double x) {
        double rate = Math.PI * Math.PI * diffusion * time;
        if (rate == 0) {
            return initial.applyAsDouble(x);
        }
        int terms = (int) Math.min(MOST_TERMS, Math.ceil(Math.sqrt(DECAYED / rate)));
        double sum = left + (right - left) * x;
        for (int n = 1; n <= terms; n++) {
            sum += coefficients.applyAsDouble(n) * Math.sin(n * Math.PI * x) * Math.exp(-rate * n * n);
        }
        return sum;
    }
}
