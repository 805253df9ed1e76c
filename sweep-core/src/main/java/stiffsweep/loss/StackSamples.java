package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.Network;
import stiffsweep.formula.FieldFormula;
import stiffsweep.formula.Functions;
import stiffsweep.formula.NodeSum;
import stiffsweep.formula.Parameters;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.network.JetInput;
import stiffsweep.network.JetLayout;
import stiffsweep.network.Model;
import stiffsweep.tensor.Tensors;

/**
 * Samples of every trial in a stack, as tensors.
 *
 * <p>All sets of points stand one after the other in one input of each network, so that an epoch is one forward and one
 * reverse pass a network however many loss terms there are.
 */
final class StackSamples {

    private final SampleTables all;
    private final ProblemDeclaration declaration;
    private final Formulation formulation;
    private final Map<String, FieldFormula> formulas;
    private final List<SampleTable> tables;
    private final Directions directions;
    private final Map<String, Dual> parameters = new TreeMap<>();
    private final Map<String, NodeSum> sums = new LinkedHashMap<>();
    private final List<Map<String, Dual>> points = new ArrayList<>();
    private final List<Map<String, Jet>> coordinates = new ArrayList<>();
    private final List<Supplier<@Nullable Map<String, Dual>>> truths = new ArrayList<>();
    private final List<NetworkRows> rows = new ArrayList<>();
    private final List<JetInput> inputs = new ArrayList<>();

    /**
     * The samples of some tables.
     *
     * @param all what the tables are some of
     * @param tensors where their tensors live
     */
    StackSamples(SampleTables all, List<SampleTable> tables, Tensors tensors) {
        this.all = all;
        this.declaration = all.problem().declaration();
        this.formulation = all.formulation();
        this.formulas = formulation.formulas();
        this.tables = tables;
        this.directions = declaration.directions();
        all.parameters()
                .forEach(
                        (name, values) -> parameters.put(name, Dual.constant(tensors.of(values, values.length, 1, 1))));
        if (!all.nodes().isEmpty()) {
            sums.put(all.nodes().input(), all.nodes().sum(tensors));
        }
        for (SampleTable table : tables) {
            Map<String, Dual> inputsOfSet = table.inputs(tensors);
            if (!all.nodes().isEmpty()) {
                inputsOfSet.put(all.nodes().input(), all.nodes().nodes(tensors));
            }
            Map<String, Jet> jets = new LinkedHashMap<>();
            inputsOfSet.forEach((name, column) -> jets.put(name, Jet.input(name, column, directions)));
            points.add(inputsOfSet);
            coordinates.add(jets);
            truths.add(new Remembered(() -> table.truths(declaration.solutionFields(), tensors)));
        }
        for (Network network : formulation.networks()) {
            NetworkRows ofNetwork = new NetworkRows(network, all, tables, directions);
            rows.add(ofNetwork);
            inputs.add(ofNetwork.input(tensors));
        }
        if (!declaration.learned().isEmpty()) {
            int count = tables.stream().mapToInt(SampleTable::count).sum();
            inputs.add(new JetInput(tensors.filled(0, 1, 1, 1), new JetLayout(count, 0, 0)));
        }
    }

    /** The same with at most so many points of each set, drawn anew for each trial. */
    StackSamples drawn(int most, List<? extends RandomGenerator> randoms, Tensors lifetime) {
        List<SampleTable> drawn =
                tables.stream().map(table -> table.drawn(most, randoms)).toList();
        return new StackSamples(all, drawn, lifetime);
    }

    /** The input of each network of the model: the points of all sets. */
    List<JetInput> inputs() {
        return inputs;
    }

    /** Whether a field at a point is made of the networks there alone: no input is integrated over. */
    boolean isPointwise() {
        return all.nodes().isEmpty();
    }

    /**
     * The sample sets with the fields that a model has on them, by the set's name.
     *
     * @param parameters the model's, {@code [trials, parameters]}
     */
    Map<String, Samples> with(Model model, NDArray parameters) {
        return with(model.forward(parameters, inputs).outputs().stream()
                .map(Dual::constant)
                .toList());
    }

    /**
     * The sample sets with the fields of the networks on them.
     *
     * @param outputs the output of each network of the model at {@link #inputs}
     * @return the samples by the set's name
     */
    Map<String, Samples> with(List<Dual> outputs) {
        List<Map<String, Jet>> functions = new ArrayList<>();
        tables.forEach(table -> functions.add(new LinkedHashMap<>()));
        for (int network = 0; network < rows.size(); network++) {
            rows.get(network).addFunctions(outputs.get(network), functions);
        }
        List<List<Dual>> learned = learned(outputs);
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int set = 0; set < tables.size(); set++) {
            Map<String, Dual> known = parameters(learned, set);
            Functions at = new Functions(coordinates.get(set), functions.get(set), sums, of(known), formulas);
            samples.put(tables.get(set).name(), samples(set, at.fields(), known));
        }
        return samples;
    }

    /** The samples with the truth in the fields' place and no derivatives; null where there is no truth. */
    @Nullable
    Map<String, Samples> withTruth() {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int set = 0; set < tables.size(); set++) {
            Map<String, Dual> truth = truths.get(set).get();
            if (truth == null) {
                return null;
            }
            Map<String, Jet> fields = new LinkedHashMap<>();
            truth.forEach((field, value) -> fields.put(field, Jet.still(value, directions)));
            samples.put(tables.get(set).name(), samples(set, fields, parameters));
        }
        return samples;
    }

    /** The learned numbers at the points of each set, {@code [trials, points, 1]} each. */
    private List<List<Dual>> learned(List<Dual> outputs) {
        int count = declaration.learned().size();
        if (count == 0) {
            return List.of();
        }
        long[] single = new long[count];
        Arrays.fill(single, 1);
        long[] sizes = tables.stream().mapToLong(SampleTable::count).toArray();
        return outputs.get(rows.size()).split(2, single).stream()
                .map(number -> number.split(1, sizes))
                .toList();
    }

    /** The parameters on one set: those of the settings, and the learned ones. */
    private Map<String, Dual> parameters(List<List<Dual>> learned, int set) {
        if (learned.isEmpty()) {
            return parameters;
        }
        Map<String, Dual> known = new TreeMap<>(parameters);
        for (int i = 0; i < learned.size(); i++) {
            Learned scalar = declaration.learned().get(i);
            known.put(scalar.name(), learned.get(i).get(set));
        }
        return known;
    }

    private Samples samples(int set, Map<String, Jet> fields, Map<String, Dual> known) {
        return new Samples(points.get(set), sums, fields, truths.get(set), of(known));
    }

    private Parameters of(Map<String, Dual> known) {
        return new Parameters(known, all.words());
    }

    /** Truths that are worked out when they are first asked for. */
    private static final class Remembered implements Supplier<@Nullable Map<String, Dual>> {

        private final Supplier<@Nullable Map<String, Dual>> source;
        private boolean isKnown;
        private @Nullable Map<String, Dual> truths;

        Remembered(Supplier<@Nullable Map<String, Dual>> source) {
            this.source = source;
        }

        @Override
        public @Nullable Map<String, Dual> get() {
            if (!isKnown) {
                truths = source.get();
                isKnown = true;
            }
            return truths;
        }
    }
}
