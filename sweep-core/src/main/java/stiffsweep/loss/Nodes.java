package stiffsweep.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.formula.NodeSum;
import stiffsweep.jet.Dual;
import stiffsweep.reference.Quadrature;
import stiffsweep.sampling.NodeRule;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The nodes at which each trial's networks are evaluated along the input that is integrated over.
 *
 * @param input the input; empty where a problem has none
 * @param rules the rule of each trial, with equally many nodes
 */
record Nodes(String input, List<Quadrature> rules) {

    private static final Nodes NONE = new Nodes("", List.of());

    static Nodes of(ProblemDeclaration problem, List<Trial> trials) {
        return problem.inputs().stream()
                .filter(input -> !input.isSpread())
                .findFirst()
                .map(input -> of(input, trials))
                .orElse(NONE);
    }

    private static Nodes of(Input input, List<Trial> trials) {
        return new Nodes(
                input.name(),
                trials.stream()
                        .map(Trial::settings)
                        .map(settings -> NodeRule.of(input, settings))
                        .toList());
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The number of nodes that a network of some inputs is evaluated at for each point. */
    int count(List<String> inputs) {
        return inputs.contains(input) ? rules.get(0).nodes().size() : 1;
    }

    /** The nodes of a trial. */
    double[] of(int trial) {
        return array(rules.get(trial).nodes());
    }

    Nodes only(List<Integer> slots) {
        return isEmpty()
                ? this
                : new Nodes(input, slots.stream().map(rules::get).toList());
    }

    /** The nodes, {@code [trials, 1, nodes]}. */
    Dual nodes(Tensors tensors) {
        return row(rules.stream().map(rule -> array(rule.nodes())).toList(), tensors);
    }

    /** Sums over the nodes. */
    NodeSum sum(Tensors tensors) {
        double[] lengths = rules.stream().mapToDouble(Nodes::length).toArray();
        return new NodeSum(
                row(rules.stream().map(Nodes::averages).toList(), tensors),
                Dual.constant(tensors.of(lengths, lengths.length, 1, 1)));
    }

    private static double[] averages(Quadrature rule) {
        double length = length(rule);
        return Arrays.stream(array(rule.weights()))
                .map(weight -> weight / length)
                .toArray();
    }

    private static double length(Quadrature rule) {
        return Arrays.stream(array(rule.weights())).sum();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Dual row(List<double[]> rows, Tensors tensors) {
        double[] all = rows.stream().flatMapToDouble(Arrays::stream).toArray();
        return Dual.constant(tensors.of(all, rows.size(), 1, all.length / rows.size()));
    }

    /** Every number as often as there are nodes, one after the other. */
    static double[] repeated(double[] points, int nodes) {
        return IntStream.range(0, points.length * nodes)
                .mapToDouble(i -> points[i / nodes])
                .toArray();
    }

    /** All nodes of a trial for every point. */
    double[] cycled(int trial, int points) {
        double[] nodes = of(trial);
        return IntStream.range(0, points * nodes.length)
                .mapToDouble(i -> nodes[i % nodes.length])
                .toArray();
    }
}
