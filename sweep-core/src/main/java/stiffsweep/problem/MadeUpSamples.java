package stiffsweep.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.Network;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.formula.Functions;
import stiffsweep.formula.NodeSum;
import stiffsweep.formula.Parameters;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.Quadrature;
import stiffsweep.sampling.NodeRule;
import stiffsweep.sampling.Points;
import stiffsweep.sampling.SamplePoints;
import stiffsweep.tensor.Tensors;

/**
 * The first points of a problem's sets, with made-up functions in the networks' place: of two trials, with
 * the shapes that a training has.
 */
final class MadeUpSamples {

    static final int TRIALS = 2;

    private static final int MOST_POINTS = 5;

    /** The derivatives of made-up functions. */
    enum Slopes {
        MADE_UP,
        /** Not numbers, as is all that is made of them. */
        UNKNOWN,
        NONE
    }

    private final Problem problem;
    private final ProblemDeclaration declaration;
    private final Settings settings;
    private final @Nullable Quadrature rule;
    private final String integrated;
    private final Tensors tensors;

    /** @param chosen the settings that are not at their defaults */
    MadeUpSamples(Problem problem, Map<String, Object> chosen, Tensors tensors) {
        this.problem = problem;
        this.tensors = tensors;
        declaration = problem.declaration();
        SortedMap<String, Object> values = new TreeMap<>(SettingsSchema.of(declaration, new Settings(new TreeMap<>()))
                .defaults()
                .values());
        values.putAll(chosen);
        settings = new Settings(values);
        Optional<Input> input = declaration.inputs().stream()
                .filter(declared -> !declared.isSpread())
                .findFirst();
        integrated = input.map(Input::name).orElse("");
        rule = input.map(declared -> NodeRule.of(declared, settings)).orElse(null);
    }

    /** The parameters of the problem. */
    Settings parameters() {
        return settings.under("problem");
    }

    /** The first points of a set. */
    Points points(String set) {
        Points all = new SamplePoints(declaration, settings, purpose -> 1).of(declaration.sampleSet(set));
        return all.only(IntStream.range(0, Math.min(MOST_POINTS, all.count())).toArray());
    }

    /** The number of nodes of the input that is integrated over; 1 where there is none. */
    int nodes() {
        return rule == null ? 1 : rule.nodes().size();
    }

    /** What the fields of a formulation are made of at the points of a set, with all derivatives. */
    Functions functions(Formulation formulation, String set) {
        return functions(formulation, set, Slopes.MADE_UP);
    }

    /** The same with other derivatives of the networks' functions. */
    Functions functions(Formulation formulation, String set, Slopes slopes) {
        Directions directions = slopes == Slopes.NONE ? new Directions(List.of(), 0) : declaration.directions();
        Map<String, Jet> inputs = new LinkedHashMap<>();
        inputs(set).forEach((name, column) -> inputs.put(name, Jet.input(name, column, directions)));
        Map<String, Jet> functions = new LinkedHashMap<>();
        for (Network network : formulation.networks()) {
            int nodes = network.inputs().contains(integrated) ? nodes() : 1;
            network.functions()
                    .forEach(function ->
                            functions.put(function, madeUp(points(set).count(), nodes, directions, slopes)));
        }
        return new Functions(inputs, functions, sums(), known(set), formulation.formulas());
    }

    /** The points of a set with some fields there. */
    Samples samples(String set, Map<String, Jet> fields) {
        return new Samples(inputs(set), sums(), fields, () -> truths(set), known(set));
    }

    private Map<String, NodeSum> sums() {
        if (rule == null) {
            return Map.of();
        }
        double length = sum(rule.weights());
        return Map.of(integrated, new NodeSum(row(rule.weights(), 1 / length), tensor(new double[] {length}, 1, 1)));
    }

    private Parameters known(String set) {
        return new Parameters(numbers(set), declaration.words(settings));
    }

    private Map<String, Dual> inputs(String set) {
        Map<String, Dual> inputs = new LinkedHashMap<>();
        points(set).columns().forEach((name, column) -> inputs.put(name, tensor(column, column.length, 1)));
        if (rule != null) {
            inputs.put(integrated, row(rule.nodes(), 1));
        }
        return inputs;
    }

    /** Parameters, and the numbers that are learned. */
    private Map<String, Dual> numbers(String set) {
        Map<String, Dual> numbers = new TreeMap<>();
        declaration
                .parameters()
                .forEach(parameter ->
                        numbers.put(parameter.name(), tensor(new double[] {parameter.defaultValue()}, 1, 1)));
        int count = points(set).count();
        declaration
                .learned()
                .forEach(learned ->
                        numbers.put(learned.name(), Dual.constant(tensors.filled(learned.mean(), TRIALS, count, 1))));
        return numbers;
    }

    private @Nullable Map<String, Dual> truths(String set) {
        Points points = points(set);
        double[][] truth = KnownTruths.truth(problem, parameters(), points);
        if (truth == null) {
            return null;
        }
        Map<String, Dual> truths = new LinkedHashMap<>();
        for (int field = 0; field < truth.length; field++) {
            truths.put(declaration.solutionFields().get(field), tensor(truth[field], points.count(), 1));
        }
        return truths;
    }

    /** A function with its derivatives, positive: some formulas take its logarithm. */
    private Jet madeUp(int points, int nodes, Directions directions, Slopes slopes) {
        SplittableRandom random = new SplittableRandom(1);
        List<Dual> streams = new ArrayList<>();
        for (int stream = 0; stream < directions.streams(); stream++) {
            double[] values = random.doubles((long) points * nodes, 0.25, 0.75).toArray();
            if (stream > 0 && slopes == Slopes.UNKNOWN) {
                Arrays.fill(values, Double.NaN);
            }
            streams.add(tensor(values, points, nodes));
        }
        return Jet.of(directions, streams);
    }

    private Dual row(List<Double> numbers, double factor) {
        return tensor(numbers.stream().mapToDouble(number -> number * factor).toArray(), 1, numbers.size());
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same numbers in both trials, {@code [trials, points, nodes]}. */
    private Dual tensor(double[] ofTrial, int points, int nodes) {
        double[] all = new double[TRIALS * ofTrial.length];
        for (int trial = 0; trial < TRIALS; trial++) {
            System.arraycopy(ofTrial, 0, all, trial * ofTrial.length, ofTrial.length);
        }
        return Dual.constant(tensors.of(all, TRIALS, points, nodes));
    }
}
