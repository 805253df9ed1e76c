package stiffsweep.sampling;

import java.util.List;
import stiffsweep.declare.Settings;

/**
 * A rule for integrals over one input: the sum of weight times value at the nodes.
 *
 * @param nodes where, ascending, in the unit of the input
 * @param weights one for each node, positive, in the unit of the input; their sum is the length of the range
 */
public record Quadrature(List<Double> nodes, List<Double> weights) {

    /** Each doubles the digits of a guess that has three or more of them. */
    private static final int NEWTON_STEPS = 6;

    public Quadrature {
        nodes = List.copyOf(nodes);
        weights = List.copyOf(weights);
        if (nodes.isEmpty() || nodes.size() != weights.size()) {
            throw new IllegalArgumentException("a rule must have 1 node or more and a weight for each, but got "
                    + nodes.size() + " nodes and " + weights.size() + " weights");
        }
        for (int i = 0; i < nodes.size(); i++) {
            boolean isAscending = Double.isFinite(nodes.get(i)) && (i == 0 || nodes.get(i - 1) < nodes.get(i));
            if (!isAscending || !Double.isFinite(weights.get(i)) || weights.get(i) <= 0) {
                throw new IllegalArgumentException(
                        "nodes must be finite and ascending, and weights finite and positive, but got nodes " + nodes
                                + " and weights " + weights);
            }
        }
    }

    /** The rule that a trial's settings ask for along an input that is integrated over. */
    public static Quadrature of(String input, Settings settings) {
        Settings domain = settings.under("domain." + input);
        return legendre(domain.number("from"), domain.number("to"), settings.count("points." + input + ".nodes"));
    }

    /**
     * Gauss and Legendre's rule, exact for polynomials up to degree {@code 2 count - 1}. Nodes lie inside the range, and in
     * pairs about its middle that share their distance and weight bit for bit; of an odd count one is the middle.
     *
     * @param count the number of nodes, 1 or more
     */
    public static Quadrature legendre(double from, double to, int count) {
        if (count < 1 || !(from < to) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException("a rule must have 1 node or more on a range that ascends, but got "
                    + count + " on [" + from + ", " + to + "]");
        }
        double middle = 0.5 * from + 0.5 * to;
        double half = 0.5 * to - 0.5 * from;
        Double[] nodes = new Double[count];
        Double[] weights = new Double[count];
        for (int i = 0; 2 * i < count; i++) {
            double root = 2 * i == count - 1 ? 0 : root(i, count);
            double slope = Legendre.at(root, count).slope;
            nodes[i] = middle - half * root;
            nodes[count - 1 - i] = middle + half * root;
            weights[i] = 2 * half / ((1 - root * root) * slope * slope);
            weights[count - 1 - i] = weights[i];
        }
        return new Quadrature(List.of(nodes), List.of(weights));
    }

    /**
     * The same rule on the upper half of a range about zero: of an even function it is half the integral over the whole, and
     * a function with a kink or a jump at zero costs it no precision.
     *
     * @param count the number of nodes in that half
     */
    public static Quadrature legendreOnHalf(double from, double to, int count) {
        if (from != -to) {
            throw new IllegalArgumentException(
                    "a rule on half of a range needs one from -a to a, but got [" + from + ", " + to + "]");
        }
        return legendre(0, to, count);
    }

    /** The root of a Legendre polynomial, counted down from the largest, by Newton's method from Tricomi's guess. */
    private static double root(int index, int degree) {
        // The strict cosine has the same bits on every machine, and so have the roots.
        double root = StrictMath.cos(Math.PI * (index + 0.75) / (degree + 0.5));
        for (int step = 0; step < NEWTON_STEPS; step++) {
            Legendre there = Legendre.at(root, degree);
            root -= there.value / there.slope;
        }
        return root;
    }

    /** The Legendre polynomial of a degree and its slope. */
    private record Legendre(double value, double slope) {

        /** By the recurrence {@code n P_n = (2 n - 1) x P_(n-1) - (n - 1) P_(n-2)}, inside (-1, 1). */
        static Legendre at(double x, int degree) {
            double before = 0;
            double value = 1;
            for (int n = 1; n <= degree; n++) {
                double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                before = value;
                value = next;
            }
            return new Legendre(value, degree * (x * value - before) / (x * x - 1));
        }
    }
}
