package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.network.JetInput;
import stiffsweep.problem.Problem;
import stiffsweep.problem.SamplePoints;
import stiffsweep.problem.Samples;
import stiffsweep.problem.Truth;
import stiffsweep.sweep.ProblemDeclaration;
import stiffsweep.sweep.ProblemDeclaration.Parameter;
import stiffsweep.sweep.ProblemDeclaration.SampleSet;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The sample sets of every trial in a stack, as tensors.
 *
 * <p>All sets stand one after the other in one network input, so that an epoch is one forward and one reverse pass
 * however many loss terms there are.
 */
public final class StackSamples {

    private final List<SampleSet> sets;
    private final List<Dual> points;
    private final List<@Nullable Dual> truths;
    private final Map<String, Dual> parameters;
    private final JetInput input;

    /**
     * Lays out the samples of trials that share one problem and all counts of points.
     *
     * @param tensors where the tensors live
     */
    public StackSamples(Problem problem, List<Trial> trials, Tensors tensors) {
        ProblemDeclaration declaration = problem.declaration();
        sets = declaration.sampleSets();
        points = new ArrayList<>();
        truths = new ArrayList<>();
        for (SampleSet set : sets) {
            double[][] x = new double[trials.size()][];
            double[] @Nullable [] truth = new double[trials.size()][];
            for (int trial = 0; trial < trials.size(); trial++) {
                Settings settings = trials.get(trial).settings();
                x[trial] = SamplePoints.of(set, declaration, settings);
                truth[trial] = truthAt(problem, settings, x[trial]);
            }
            points.add(column(x, tensors));
            truths.add(truth[0] == null ? null : column(truth, tensors));
        }
        parameters = parameters(declaration, trials, tensors);
        input = JetInput.alongEachInput(Dual.concat(points, 1).value());
    }

    /** The network's input: the points of all sets. */
    public JetInput input() {
        return input;
    }

    /**
     * The sample sets with the network's field on them.
     *
     * @param output the network's output at {@link #input}, {@code [trials, (1 + directions) points, 1]}
     * @return the samples by the set's name
     */
    public Map<String, Samples> with(Dual output) {
        long[] sizes = new long[(1 + input.directions()) * sets.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = points.get(i % sets.size()).value().getShape().get(1);
        }
        List<Dual> pieces = output.split(1, sizes);
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (int set = 0; set < sets.size(); set++) {
            List<Dual> derivatives = new ArrayList<>();
            for (int direction = 1; direction <= input.directions(); direction++) {
                derivatives.add(pieces.get(direction * sets.size() + set));
            }
            Jet field = new Jet(pieces.get(set), derivatives);
            samples.put(sets.get(set).name(), new Samples(points.get(set), field, truths.get(set), parameters));
        }
        return samples;
    }

    /** The samples with the truth in the field's place and no derivatives; null where there is no truth. */
    public @Nullable Map<String, Samples> withTruth() {
        List<Dual> pieces = new ArrayList<>();
        for (Dual truth : truths) {
            if (truth == null) {
                return null;
            }
            pieces.add(truth);
        }
        for (int direction = 0; direction < input.directions(); direction++) {
            points.forEach(x -> pieces.add(Dual.constant(x.value().zerosLike())));
        }
        return with(Dual.concat(pieces, 1));
    }

    private static double @Nullable [] truthAt(Problem problem, Settings settings, double[] x) {
        String field = problem.declaration().fields().get(0);
        Truth truth = problem.truth(field, settings.under("problem"));
        if (truth == null) {
            return null;
        }
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = truth.at(x[i]);
        }
        return values;
    }

    private static Map<String, Dual> parameters(ProblemDeclaration declaration, List<Trial> trials, Tensors tensors) {
        Map<String, Dual> parameters = new TreeMap<>();
        for (Parameter parameter : declaration.parameters()) {
            double[] values = trials.stream()
                    .mapToDouble(trial -> trial.settings().number("problem." + parameter.name()))
                    .toArray();
            parameters.put(parameter.name(), Dual.constant(tensors.of(values, trials.size(), 1, 1)));
        }
        return parameters;
    }

    /** Rows of equal length as {@code [trials, points, 1]}. */
    private static Dual column(double[] @Nullable [] rows, Tensors tensors) {
        int length = rows[0].length;
        double[] flat = new double[rows.length * length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * length, length);
        }
        NDArray column = tensors.of(flat, rows.length, length, 1);
        return Dual.constant(column);
    }
}
