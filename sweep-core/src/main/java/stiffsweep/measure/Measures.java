package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Samples;
import stiffsweep.loss.LossWeights;
import stiffsweep.loss.StackLoss;
import stiffsweep.problem.KnownTruths;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Solved;
import stiffsweep.result.SolutionPoint;
import stiffsweep.sampling.Points;
import stiffsweep.sampling.SamplePoints;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/** All measures of a trained stack, in double precision whatever it was trained in. */
public final class Measures {

    private final List<SortedMap<String, Double>> columns = new ArrayList<>();
    private final List<List<SolutionPoint>> solutions = new ArrayList<>();

    private Measures() {}

    /**
     * Takes all measures that the trials' settings ask for.
     *
     * @param loss the loss in double precision
     * @param rows what is measured at, {@code [trials, numbers]} in double precision
     */
    public static Measures of(StackLoss loss, NDArray rows) {
        Measures measures = new Measures();
        List<Solved> solved = Solutions.of(loss, rows);
        double @Nullable [][] weights = measuredWeights(loss, rows);
        for (int trial = 0; trial < solved.size(); trial++) {
            double[] ofTrial = weights == null ? null : weights[trial];
            measures.measure(loss.problem(), loss.trials().get(trial), solved.get(trial), ofTrial);
        }
        List<SortedMap<String, Double>> between = ErrorsBetween.of(loss, rows);
        for (int trial = 0; trial < solved.size(); trial++) {
            measures.columns.get(trial).putAll(between.get(trial));
        }
        measures.measureLoss(loss, rows);
        return measures;
    }

    /** What can be measured where nothing was trained: the conventional method against the truth. */
    public static Measures untrained(Problem problem, List<Trial> trials) {
        Measures measures = new Measures();
        trials.forEach(trial -> measures.measureBaseline(problem, trial));
        return measures;
    }

    /** The measures of one trial by result column. */
    public SortedMap<String, Double> of(int trial) {
        return columns.get(trial);
    }

    /** The solution of one trial on the measured points. */
    public List<SolutionPoint> solution(int trial) {
        return solutions.get(trial);
    }

    private void measure(Problem problem, Trial trial, Solved solved, double @Nullable [] weights) {
        SortedMap<String, Double> measured = ownResults(problem, solved);
        String first = problem.declaration().solutionFields().get(0);
        Map<String, double[]> truths = solved.truths();
        if (truths != null) {
            double[] values = joined(problem, solved.values());
            measured.putAll(FieldErrors.of(values, joined(problem, truths)).columns());
            measured.putAll(errorsOfFields(solved, truths));
        }
        Map<String, Baseline> baselines = Baseline.of(problem, trial.settings(), solved.points());
        Baseline baseline = baselines.get(first);
        if (baseline != null) {
            measured.putAll(baseline.columns(truths == null ? null : truths.get(first)));
        }
        columns.add(measured);
        solutions.add(SolutionRows.of(problem.declaration(), solved, weights, baselines));
    }

    /** The errors of each field alone, where there are several. */
    private static SortedMap<String, Double> errorsOfFields(Solved solved, Map<String, double[]> truths) {
        SortedMap<String, Double> errors = new TreeMap<>();
        if (truths.size() > 1) {
            truths.forEach((field, truth) -> errors.putAll(FieldErrors.of(solved.values(field), truth)
                    .columns(error -> MeasuredColumns.ofField(error, field))));
        }
        return errors;
    }

    /** The weights of the equation's points, {@code [trials][points]}; null unless one equation holds on those measured. */
    private static double @Nullable [][] measuredWeights(StackLoss loss, NDArray rows) {
        String measured = loss.problem().declaration().measured();
        List<LossTerm> equations = loss.terms().terms().stream()
                .filter(term -> term.kind() == LossTerm.Kind.EQUATION)
                .toList();
        boolean isOneOnThose =
                equations.size() == 1 && equations.get(0).sampleSet().equals(measured);
        return isOneOnThose ? loss.pointWeights(equations.get(0), rows) : null;
    }

    private static SortedMap<String, Double> ownResults(Problem problem, Solved solved) {
        SortedMap<String, Double> results = new TreeMap<>(problem.results(solved));
        List<String> untold = results.entrySet().stream()
                .filter(result -> result.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        if (!untold.isEmpty()) {
            throw new IllegalStateException("each result of a problem must be a number, but results() of "
                    + problem.declaration().name() + " gives null for " + untold
                    + ": leave out what cannot be told");
        }
        Set<String> declared =
                problem.declaration().results().stream().map(Result::column).collect(Collectors.toSet());
        if (!declared.containsAll(results.keySet())) {
            throw new IllegalStateException("a problem must declare its results, but "
                    + problem.declaration().name() + " declares " + declared + " and gives " + results.keySet());
        }
        return results;
    }

    private void measureBaseline(Problem problem, Trial trial) {
        ProblemDeclaration declaration = problem.declaration();
        Settings settings = trial.settings();
        Points points = new SamplePoints(declaration, settings, trial::seedFor)
                .of(declaration.sampleSet(declaration.measured()));
        double[][] truths = KnownTruths.truth(problem, settings.under("problem"), points);
        double[] truth = truths == null ? null : truths[0];
        Baseline baseline = Baseline.of(problem, settings, points)
                .get(declaration.solutionFields().get(0));
        columns.add(baseline == null ? new TreeMap<>() : baseline.columns(truth));
        solutions.add(baseline == null ? List.of() : SolutionRows.of(declaration, points, truth, baseline));
    }

    /** The solution's fields one after the other. */
    private static double[] joined(Problem problem, Map<String, double[]> fields) {
        return problem.declaration().solutionFields().stream()
                .flatMapToDouble(name -> values(fields.get(name)))
                .toArray();
    }

    private static DoubleStream values(double @Nullable [] values) {
        return values == null ? DoubleStream.empty() : DoubleStream.of(values);
    }

    /** Those of the trials, which may be fewer than the engine works out. */
    private static List<SortedMap<String, Double>> eigenvalues(StackLoss loss, NDArray rows) {
        Tensors tensors = loss.tensors();
        List<Integer> slots =
                tensors.padded(IntStream.range(0, loss.trials().size()).boxed().toList());
        return Eigenvalues.of(loss.only(slots), tensors.slices(tensors.copy(rows), slots));
    }

    private void measureLoss(StackLoss loss, NDArray rows) {
        TensorScope.run(() -> {
            Map<String, Samples> sets = loss.fields(rows);
            NDArray jacobian = LossWeights.largestJacobian(
                    loss.problem().declaration(), loss.terms().terms(), sets);
            if (jacobian != null) {
                double[] largest = Tensors.values(jacobian);
                for (int trial = 0; trial < largest.length; trial++) {
                    columns.get(trial).put(MeasuredColumns.JACOBIAN_MAX.name(), largest[trial]);
                }
            }
            if (loss.trials().get(0).settings().measure().hessian()
                    && loss.terms().carryTangents(sets)) {
                List<SortedMap<String, Double>> eigenvalues = eigenvalues(loss.byEngine(), rows);
                for (int trial = 0; trial < columns.size(); trial++) {
                    columns.get(trial).putAll(eigenvalues.get(trial));
                }
            }
        });
    }
}
