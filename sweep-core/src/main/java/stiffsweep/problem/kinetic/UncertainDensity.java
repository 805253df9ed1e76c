package stiffsweep.problem.kinetic;

import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Truth;
import stiffsweep.sampling.Points;

/**
 * The density where the scattering is random. It depends on the random inputs through the scattering alone: a polynomial in this
 * through solves at Chebyshev's nodes.
 */
final class UncertainDensity implements Truth {

    /** The density is smooth in the scattering: the next terms are about 1e-6 where this varies by a half. */
    private static final int NODES = 8;

    private final double mean;
    private final double variation;
    private final int inputs;
    private final List<TransportDensity> solves;

    /** @param inputs how many random inputs there are */
    UncertainDensity(Settings parameters, int inputs) {
        mean = parameters.number(Transport.SCATTERING);
        variation = parameters.number(Transport.VARIATION);
        this.inputs = inputs;
        double knudsen = parameters.number(Transport.KNUDSEN);
        TransportConditions data = Transport.data(parameters);
        solves = IntStream.range(0, NODES)
                .mapToObj(node -> new TransportDensity(data, knudsen, mean * (1 + variation * place(node))))
                .toList();
    }

    /** Chebyshev's node, in (-1, 1). */
    private static double place(int node) {
        return Math.cos(Math.PI * (node + 0.5) / NODES);
    }

    @Override
    public double[][] at(Points points) {
        double[][] known = solves.stream().map(solve -> solve.at(points)[0]).toArray(double[][]::new);
        double[] density = new double[points.count()];
        for (int i = 0; i < density.length; i++) {
            double product = 1;
            for (int input = 1; input <= inputs; input++) {
                product *= Math.sin(Math.PI * points.of(Transport.RANDOM + input)[i]);
            }
            for (int node = 0; node < NODES; node++) {
                density[i] += weight(node, product) * known[node][i];
            }
        }
        return new double[][] {density};
    }

    /** What a node counts in Lagrange's polynomial. */
    private static double weight(int node, double at) {
        double weight = 1;
        for (int other = 0; other < NODES; other++) {
            if (other != node) {
                weight *= (at - place(other)) / (place(node) - place(other));
            }
        }
        return weight;
    }
}
