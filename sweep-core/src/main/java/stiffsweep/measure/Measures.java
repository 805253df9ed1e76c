package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.problem.Samples;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.SolutionPoint;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;
import stiffsweep.train.LossWeights;
import stiffsweep.train.StackLoss;

/** All measures of a trained stack, in double precision whatever it was trained in. */
public final class Measures {

    private final StackLoss loss;
    private final List<Trial> trials;
    private final NDArray parameters;
    private final List<SortedMap<String, Double>> columns = new ArrayList<>();
    private final List<List<SolutionPoint>> solutions = new ArrayList<>();

    /**
     * Takes all measures that the trials' settings ask for.
     *
     * @param loss the loss in double precision
     * @param parameters what is measured at, {@code [trials, parameters]} in double precision
     */
    public Measures(StackLoss loss, NDArray parameters) {
        this.loss = loss;
        this.trials = loss.trials();
        this.parameters = parameters;
        trials.forEach(trial -> columns.add(new TreeMap<>()));
        measureFields();
        if (trials.get(0).settings().isOn("measure.hessian")) {
            measureCurvature();
        }
    }

    /** The measures of one trial by result column. */
    public SortedMap<String, Double> of(int trial) {
        return columns.get(trial);
    }

    /** The solution of one trial on the first sample set. */
    public List<SolutionPoint> solution(int trial) {
        return solutions.get(trial);
    }

    private void measureFields() {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray output =
                    loss.network().forward(parameters, loss.samples().input()).output();
            Map<String, Samples> sets = loss.samples().with(Dual.constant(output));
            Samples first = sets.values().iterator().next();
            String field = loss.problem().declaration().fields().get(0);
            for (int trial = 0; trial < trials.size(); trial++) {
                double[] values = Tensors.values(first.y().value().value().get(trial));
                double[] x = Tensors.values(first.x().value().get(trial));
                double[] truth = first.truth() == null
                        ? null
                        : Tensors.values(first.truth().value().get(trial));
                if (truth != null) {
                    columns.get(trial).putAll(FieldErrors.of(values, truth).columns());
                }
                solutions.add(solution(field, x, values, truth));
            }
            NDArray jacobian = LossWeights.largestJacobian(loss.problem(), sets);
            if (jacobian != null) {
                put("jacobian_max", Tensors.values(jacobian));
            }
        }
    }

    private void measureCurvature() {
        List<LossTerm> declared = loss.terms().terms();
        double[] equation = new double[trials.size() * declared.size()];
        double[] total = new double[equation.length];
        for (int trial = 0; trial < trials.size(); trial++) {
            for (int term = 0; term < declared.size(); term++) {
                int at = trial * declared.size() + term;
                equation[at] = declared.get(term).kind() == LossTerm.Kind.EQUATION ? 1 : 0;
                total[at] = loss.weight(trial, term);
            }
        }
        putEigenvalues("hessian", "hessian_lambda_max", largestEigenvalues(equation));
        putEigenvalues("hessian_total", "hessian_lambda_max_total", largestEigenvalues(total));
    }

    /** The largest Hessian eigenvalue of a weighted sum of loss terms, {@code [trials * terms]} weights. */
    private List<LargestEigenvalue> largestEigenvalues(double[] termWeights) {
        Dual weights = Dual.constant(loss.tensors()
                .of(termWeights, trials.size(), loss.terms().terms().size()));
        Curvature curvature = new Curvature(
                loss, parameters, output -> loss.terms(output).times(weights).sumPerTrial());
        Settings settings = trials.get(0).settings();
        PowerIteration iteration = new PowerIteration(
                curvature::times,
                settings.count("measure.hessian-iterations"),
                settings.number("measure.hessian-tolerance"),
                loss.tensors());
        long[] seeds =
                trials.stream().mapToLong(trial -> trial.seedFor("eigenvector")).toArray();
        return iteration.largest((int) parameters.getShape().get(1), seeds);
    }

    private void putEigenvalues(String prefix, String valueColumn, List<LargestEigenvalue> eigenvalues) {
        put(
                valueColumn,
                eigenvalues.stream().mapToDouble(LargestEigenvalue::value).toArray());
        put(
                prefix + "_iterations",
                eigenvalues.stream().mapToDouble(LargestEigenvalue::iterations).toArray());
        put(
                prefix + "_converged",
                eigenvalues.stream()
                        .mapToDouble(value -> value.converged() ? 1 : 0)
                        .toArray());
    }

    private void put(String column, double[] values) {
        for (int trial = 0; trial < values.length; trial++) {
            columns.get(trial).put(column, values[trial]);
        }
    }

    private static List<SolutionPoint> solution(String field, double[] x, double[] values, double @Nullable [] truth) {
        List<SolutionPoint> points = new ArrayList<>(x.length);
        for (int i = 0; i < x.length; i++) {
            points.add(new SolutionPoint(field, x[i], null, null, values[i], truth == null ? null : truth[i], null));
        }
        return points;
    }
}
