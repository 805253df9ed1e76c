package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.Network;
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
 * <p>The points of a group of sets stand one after the other in one input of each network, so that an epoch is one forward and
 * one reverse pass a network and group, however many loss terms there are.
 */
final class StackSamples {

    private final SampleTables all;
    private final ProblemDeclaration declaration;
    private final List<SampleGroup> groups;
    private final Map<String, Dual> parameters = new TreeMap<>();
    private final Map<String, NodeSum> sums = new LinkedHashMap<>();
    private final List<OfSet> sets = new ArrayList<>();
    private final List<List<NetworkRows>> rows = new ArrayList<>();
    private final List<List<JetInput>> inputs = new ArrayList<>();

    /**
     * The samples of some tables.
     *
     * @param all what the tables are some of
     * @param tensors where their tensors live
     */
    StackSamples(SampleTables all, List<SampleGroup> groups, Tensors tensors) {
        this.all = all;
        this.declaration = all.problem().declaration();
        this.groups = groups;
        all.parameters()
                .forEach(
                        (name, values) -> parameters.put(name, Dual.constant(tensors.of(values, values.length, 1, 1))));
        if (!all.nodes().isEmpty()) {
            sums.put(all.nodes().input(), all.nodes().sum(tensors));
        }
        groups.forEach(group -> group.tables().forEach(table -> sets.add(set(table, group.directions(), tensors))));
        for (Network network : all.formulation().networks()) {
            List<NetworkRows> ofNetwork = groups.stream()
                    .map(group -> new NetworkRows(network, all, group))
                    .toList();
            rows.add(ofNetwork);
            inputs.add(ofNetwork.stream().map(each -> each.input(tensors)).toList());
        }
        if (!declaration.learned().isEmpty()) {
            int count = sets.stream().mapToInt(set -> set.table.count()).sum();
            inputs.add(List.of(new JetInput(tensors.filled(0, 1, 1, 1), new JetLayout(count, 0, 0))));
        }
    }

    /**
     * A set of the samples.
     *
     * @param directions the inputs along which fields carry derivatives there
     * @param inputs its points by input
     * @param coordinates the inputs as fields
     */
    private record OfSet(
            SampleTable table,
            Directions directions,
            Map<String, Dual> inputs,
            Map<String, Jet> coordinates,
            Supplier<@Nullable Map<String, Dual>> truths) {}

    private OfSet set(SampleTable table, Directions directions, Tensors tensors) {
        Map<String, Dual> points = table.inputs(tensors);
        if (!all.nodes().isEmpty()) {
            points.put(all.nodes().input(), all.nodes().nodes(tensors));
        }
        Map<String, Jet> coordinates = new LinkedHashMap<>();
        points.forEach((name, column) -> coordinates.put(name, Jet.input(name, column, directions)));
        return new OfSet(
                table,
                directions,
                points,
                coordinates,
                new Remembered(() -> table.truths(declaration.solutionFields(), tensors)));
    }

    /** The same with at most so many points of each set, drawn anew for each trial. */
    StackSamples drawn(int most, List<? extends RandomGenerator> randoms, Tensors lifetime) {
        List<SampleGroup> drawn =
                groups.stream().map(group -> group.drawn(most, randoms)).toList();
        return new StackSamples(all, drawn, lifetime);
    }

    /** The inputs of each network of the model: the points of each group of sets. */
    List<List<JetInput>> inputs() {
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
     * @param outputs the outputs of the networks of the model at {@link #inputs}
     * @return the samples by the set's name
     */
    Map<String, Samples> with(List<Dual> outputs) {
        Iterator<Dual> next = outputs.iterator();
        Map<String, Map<String, Jet>> functions = new HashMap<>();
        rows.forEach(network -> network.forEach(group -> group.addFunctions(next.next(), functions)));
        List<List<Dual>> learned = declaration.learned().isEmpty() ? List.of() : learned(next.next());
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            OfSet set = sets.get(i);
            String name = set.table.name();
            Map<String, Dual> known = parameters(learned, i);
            Functions at = new Functions(
                    set.coordinates,
                    functions.getOrDefault(name, Map.of()),
                    sums,
                    of(known),
                    all.formulation().formulas());
            samples.put(name, samples(set, at.fields(), known));
        }
        return samples;
    }

    /** The samples with the truth in the fields' place and no derivatives; null where there is no truth. */
    @Nullable
    Map<String, Samples> withTruth() {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (OfSet set : sets) {
            Map<String, Dual> truth = set.truths.get();
            if (truth == null) {
                return null;
            }
            Map<String, Jet> fields = new LinkedHashMap<>();
            truth.forEach((field, value) -> fields.put(field, Jet.still(value, set.directions)));
            samples.put(set.table.name(), samples(set, fields, parameters));
        }
        return samples;
    }

    /** The learned numbers at the points of each set, {@code [trials, points, 1]} each. */
    private List<List<Dual>> learned(Dual output) {
        long[] single = new long[declaration.learned().size()];
        Arrays.fill(single, 1);
        long[] sizes = sets.stream().mapToLong(set -> set.table.count()).toArray();
        return output.split(2, single).stream()
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

    private Samples samples(OfSet set, Map<String, Jet> fields, Map<String, Dual> known) {
        return new Samples(set.inputs, sums, fields, set.truths, of(known));
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
