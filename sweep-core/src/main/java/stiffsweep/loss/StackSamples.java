package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.network.JetInput;
import stiffsweep.network.Network;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Samples;
import stiffsweep.tensor.Tensors;

/**
 * Samples of every trial in a stack, as tensors.
 *
 * <p>All sets of points stand one after the other in one network input, so that an epoch is one forward and one reverse
 * pass however many loss terms there are.
 */
final class StackSamples {

    private final Problem problem;
    private final ProblemDeclaration declaration;
    private final int outputs;
    private final List<SampleTable> tables;
    private final Map<String, double[]> parameterValues;
    private final NetworkEnds ends;
    private final Map<String, Dual> parameters = new TreeMap<>();
    private final List<Dual> points = new ArrayList<>();
    private final List<Jet> coordinates = new ArrayList<>();
    private final List<@Nullable Map<String, Dual>> truths = new ArrayList<>();
    private final JetInput input;

    StackSamples(
            Problem problem,
            List<SampleTable> tables,
            Map<String, double[]> parameterValues,
            NetworkEnds ends,
            Tensors tensors) {
        this.problem = problem;
        this.declaration = problem.declaration();
        this.outputs = problem.outputs();
        this.tables = tables;
        this.parameterValues = parameterValues;
        this.ends = ends;
        parameterValues.forEach(
                (name, values) -> parameters.put(name, Dual.constant(tensors.of(values, values.length, 1, 1))));
        for (SampleTable table : tables) {
            Dual x = table.points(tensors);
            points.add(x);
            coordinates.add(Jet.coordinate(x, problem.derivativeOrder()));
            truths.add(table.truths(declaration.solutionFields(), tensors));
        }
        input = ends.input(tables, problem.derivativeOrder(), tensors);
    }

    /** The same with at most so many points of each set, drawn anew for each trial. */
    StackSamples drawn(int most, List<? extends RandomGenerator> randoms, Tensors lifetime) {
        List<SampleTable> drawn =
                tables.stream().map(table -> table.drawn(most, randoms)).toList();
        return new StackSamples(problem, drawn, parameterValues, ends, lifetime);
    }

    /** The network's input: the points of all sets. */
    JetInput input() {
        return input;
    }

    /** The number of points of each set, in the order of the input. */
    List<Integer> counts() {
        return tables.stream().map(SampleTable::count).toList();
    }

    /**
     * The sample sets with the fields that a network has on them, by the set's name.
     *
     * @param parameters the network's, {@code [trials, parameters]}
     */
    Map<String, Samples> with(Network network, NDArray parameters) {
        return with(Dual.constant(network.forward(parameters, input).output()));
    }

    /**
     * The sample sets with the network's fields on them.
     *
     * @param output the network's output at {@link #input}, {@code [trials, rows, outputs + learned]}
     * @return the samples by the set's name
     */
    Map<String, Samples> with(Dual output) {
        List<List<Dual>> functions = new ArrayList<>();
        long[] single = new long[outputs + declaration.learned().size()];
        Arrays.fill(single, 1);
        output.split(2, single).forEach(function -> functions.add(function.split(1, sizes())));
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int set = 0; set < tables.size(); set++) {
            List<Jet> jets = new ArrayList<>();
            for (List<Dual> function : functions.subList(0, outputs)) {
                jets.add(ends.made(jet(function, set)));
            }
            List<List<Dual>> learned = functions.subList(outputs, functions.size());
            Map<String, Jet> fields = inOrder(problem.fields(coordinates.get(set), jets));
            samples.put(tables.get(set).name(), samples(set, fields, parameters(learned, set)));
        }
        return samples;
    }

    /** The samples with the truth in the fields' place and no derivatives; null where there is no truth. */
    @Nullable
    Map<String, Samples> withTruth() {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int set = 0; set < tables.size(); set++) {
            Map<String, Dual> truth = truths.get(set);
            if (truth == null) {
                return null;
            }
            Map<String, Jet> fields = new LinkedHashMap<>();
            truth.forEach((field, value) -> fields.put(field, still(value)));
            samples.put(tables.get(set).name(), samples(set, fields, parameters));
        }
        return samples;
    }

    /** The fields that a problem makes, in the declared order. */
    private Map<String, Jet> inOrder(Map<String, Jet> made) {
        Map<String, Jet> fields = new LinkedHashMap<>();
        for (Field field : declaration.fields()) {
            Jet jet = made.get(field.name());
            if (jet == null) {
                throw new IllegalStateException("a problem must make every field that it declares, but "
                        + declaration.name() + " makes " + made.keySet() + " and not " + field.name());
            }
            fields.put(field.name(), jet);
        }
        return fields;
    }

    /** A field without slopes. */
    private Jet still(Dual value) {
        Dual zero = Dual.constant(value.value().zerosLike());
        List<Dual> streams = new ArrayList<>(Collections.nCopies(input.layout().streams(), zero));
        streams.set(0, value);
        return Jet.of(streams, input.layout().directions());
    }

    /** The number of rows of each set in each stream. */
    private long[] sizes() {
        long[] sizes = new long[input.layout().streams() * tables.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = tables.get(i % tables.size()).count();
        }
        return sizes;
    }

    /** One function on one set, from its pieces by stream and set. */
    private Jet jet(List<Dual> pieces, int set) {
        List<Dual> streams = new ArrayList<>();
        for (int stream = 0; stream < input.layout().streams(); stream++) {
            streams.add(pieces.get(stream * tables.size() + set));
        }
        return Jet.of(streams, input.layout().directions());
    }

    /** The parameters on one set: those of the settings, and the learned ones, which the network gives at each point. */
    private Map<String, Dual> parameters(List<List<Dual>> learned, int set) {
        if (learned.isEmpty()) {
            return parameters;
        }
        Map<String, Dual> all = new TreeMap<>(parameters);
        for (int i = 0; i < learned.size(); i++) {
            Learned scalar = declaration.learned().get(i);
            all.put(scalar.name(), learned.get(i).get(set));
        }
        return all;
    }

    private Samples samples(int set, Map<String, Jet> fields, Map<String, Dual> known) {
        return new Samples(points.get(set), fields, truths.get(set), known);
    }
}
