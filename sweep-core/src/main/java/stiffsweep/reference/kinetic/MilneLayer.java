package stiffsweep.reference.kinetic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import stiffsweep.reference.Quadrature;

/**
 * What a wall lets into a medium that scatters isotropically and absorbs nothing: far from the wall the density is
 * {@code sqrt(3)/2 int_0^1 v H(v) F(v) dv}, for particles F that come in, with Chandrasekhar's function H (S. Chandrasekhar,
 * Radiative Transfer, 1950, chapter V).
 */
final class MilneLayer {

    private static final Quadrature RULE = Quadrature.legendre(0, 1, 64);

    private static final int ITERATIONS = 60;

    private static final double[] H = h();

    private MilneLayer() {}

    /** The density behind the layer. */
    static double density(DoubleUnaryOperator inflow) {
        double sum = 0;
        for (int i = 0; i < H.length; i++) {
            double v = RULE.nodes().get(i);
            sum += RULE.weights().get(i) * v * H[i] * inflow.applyAsDouble(v);
        }
        return Math.sqrt(3) / 2 * sum;
    }

    /** {@code 1/H(v) = 1/2 int_0^1 w H(w) / (v + w) dw}, by the mean of two iterates, each with the known integral 2. */
    private static double[] h() {
        double[] h = new double[RULE.nodes().size()];
        Arrays.fill(h, 1);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = new double[h.length];
            double integral = 0;
            for (int i = 0; i < h.length; i++) {
                double sum = 0;
                for (int k = 0; k < h.length; k++) {
                    double w = RULE.nodes().get(k);
                    sum += RULE.weights().get(k) * w * h[k] / (RULE.nodes().get(i) + w);
                }
                next[i] = (h[i] + 2 / sum) / 2;
                integral += RULE.weights().get(i) * next[i];
            }
            for (int i = 0; i < h.length; i++) {
                h[i] = 2 / integral * next[i];
            }
        }
        return h;
    }
}
