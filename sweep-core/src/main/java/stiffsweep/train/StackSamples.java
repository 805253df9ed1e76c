package stiffsweep.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.network.JetInput;
import stiffsweep.problem.Problem;
import stiffsweep.problem.SamplePoints;
import stiffsweep.problem.Samples;
import stiffsweep.sweep.ProblemDeclaration;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;
import stiffsweep.sweep.ProblemDeclaration.Parameter;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The samples of every trial in a stack, as tensors.
 *
 * <p>All sets of points stand one after the other in one network input, so that an epoch is one forward and one reverse
 * pass however many loss terms there are.
 */
public final class StackSamples {

    private final List<SampleTable> tables;
    private final List<Dual> points = new ArrayList<>();
    private final List<@Nullable Dual> truths = new ArrayList<>();
    private final Map<String, Dual> parameters;
    private final JetInput input;
    private final Problem problem;

    private StackSamples(Problem problem, List<SampleTable> tables, Map<String, Dual> parameters, Tensors tensors) {
        this.problem = problem;
        this.tables = tables;
        this.parameters = parameters;
        for (SampleTable table : tables) {
            points.add(table.points(tensors));
            truths.add(table.truth(tensors));
        }
        input = JetInput.alongEachInput(Dual.concat(points, 1).value(), problem.derivativeOrder());
    }

    /**
     * Every sample set once. The trials share one problem and all counts of points.
     *
     * @param tensors where the tensors live
     */
    public static StackSamples ofSets(Problem problem, List<Trial> trials, Tensors tensors) {
        List<SampleTable> tables = problem.declaration().sampleSets().stream()
                .map(set -> SampleTable.of(set, problem, trials))
                .toList();
        return new StackSamples(problem, tables, parameters(problem, trials, tensors), tensors);
    }

    /** The points of every loss term, under the term's name: each residual has a point of its own. */
    static StackSamples ofTerms(Problem problem, List<Trial> trials, Tensors tensors) {
        ProblemDeclaration declaration = problem.declaration();
        List<SampleTable> tables = new ArrayList<>();
        for (LossTerm term : declaration.lossTerms()) {
            SampleTable table = SampleTable.of(SamplePoints.named(term.sampleSet(), declaration), problem, trials);
            tables.add(table.named(term.name()));
        }
        return new StackSamples(problem, tables, parameters(problem, trials, tensors), tensors);
    }

    /** The same with at most so many points of each set, drawn anew for each trial. */
    StackSamples drawn(int most, List<? extends RandomGenerator> randoms, Tensors lifetime) {
        List<SampleTable> drawn =
                tables.stream().map(table -> table.drawn(most, randoms)).toList();
        return new StackSamples(problem, drawn, parameters, lifetime);
    }

    /** The network's input: the points of all sets. */
    public JetInput input() {
        return input;
    }

    /** The number of points of each set, in the order of the input. */
    List<Integer> counts() {
        return tables.stream().map(SampleTable::count).toList();
    }

    /**
     * The sample sets with the network's field on them.
     *
     * @param output the network's output at {@link #input}, {@code [trials, rows, outputs]}
     * @return the samples by the set's name
     */
    public Map<String, Samples> with(Dual output) {
        long[] single = new long[problem.outputs()];
        Arrays.fill(single, 1);
        List<List<Dual>> pieces = new ArrayList<>();
        output.split(2, single).forEach(function -> pieces.add(function.split(1, sizes())));
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int set = 0; set < tables.size(); set++) {
            List<Jet> functions = new ArrayList<>();
            for (List<Dual> function : pieces) {
                functions.add(jet(function, set));
            }
            samples.put(tables.get(set).name(), samples(set, problem.field(points.get(set), functions)));
        }
        return samples;
    }

    /** The samples with the truth in the field's place and no derivatives; null where there is no truth. */
    public @Nullable Map<String, Samples> withTruth() {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int set = 0; set < tables.size(); set++) {
            Dual truth = truths.get(set);
            if (truth == null) {
                return null;
            }
            Dual zero = Dual.constant(truth.value().zerosLike());
            List<Dual> streams =
                    new ArrayList<>(Collections.nCopies(input.layout().streams(), zero));
            streams.set(0, truth);
            samples.put(
                    tables.get(set).name(),
                    samples(set, Jet.of(streams, input.layout().directions())));
        }
        return samples;
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

    private Samples samples(int set, Jet field) {
        return new Samples(points.get(set), field, truths.get(set), parameters);
    }

    private static Map<String, Dual> parameters(Problem problem, List<Trial> trials, Tensors tensors) {
        Map<String, Dual> parameters = new TreeMap<>();
        for (Parameter parameter : problem.declaration().parameters()) {
            double[] values = trials.stream()
                    .mapToDouble(trial -> trial.settings().number("problem." + parameter.name()))
                    .toArray();
            parameters.put(parameter.name(), Dual.constant(tensors.of(values, trials.size(), 1, 1)));
        }
        return parameters;
    }
}
