package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.MeasureSettings;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.jet.Dual;
import stiffsweep.loss.StackLoss;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.sweep.Trial;

/** The largest Hessian eigenvalues of the residual loss and of the total loss, as result columns. */
final class Eigenvalues {

    private final StackLoss loss;
    private final NDArray rows;
    private final List<SortedMap<String, Double>> columns = new ArrayList<>();

    private Eigenvalues(StackLoss loss, NDArray rows) {
        this.loss = loss;
        this.rows = rows;
        loss.trials().forEach(trial -> columns.add(new TreeMap<>()));
    }

    /** The columns of each trial. */
    static List<SortedMap<String, Double>> of(StackLoss loss, NDArray rows) {
        Eigenvalues eigenvalues = new Eigenvalues(loss, rows);
        eigenvalues.measure();
        return eigenvalues.columns;
    }

    private void measure() {
        List<LossTerm> declared = loss.terms().terms();
        int trials = columns.size();
        double[] equation = new double[trials * declared.size()];
        double[] total = new double[equation.length];
        for (int trial = 0; trial < trials; trial++) {
            for (int term = 0; term < declared.size(); term++) {
                int at = trial * declared.size() + term;
                equation[at] = declared.get(term).kind() == LossTerm.Kind.EQUATION ? 1 : 0;
                total[at] = loss.weight(trial, term);
            }
        }
        put(MeasuredColumns.HESSIAN, largest(equation));
        put(MeasuredColumns.HESSIAN_TOTAL, largest(total));
    }

    /** The largest Hessian eigenvalue of a weighted sum of loss terms, {@code [trials * terms]} weights. */
    private List<LargestEigenvalue> largest(double[] termWeights) {
        int terms = loss.terms().terms().size();
        Dual weights = Dual.constant(loss.tensors().of(termWeights, columns.size(), terms));
        Curvature curvature = new Curvature(
                loss,
                loss.networkParameters(rows),
                outputs -> loss.terms(outputs, rows).times(weights).sumPerTrial());
        List<Trial> trials = loss.trials();
        MeasureSettings settings = trials.get(0).settings().measure();
        PowerIteration iteration = new PowerIteration(
                curvature::times, settings.hessianIterations(), settings.hessianTolerance(), loss.tensors());
        long[] seeds =
                trials.stream().mapToLong(trial -> trial.seedFor("eigenvector")).toArray();
        return iteration.largest(loss.model().parameters(), seeds);
    }

    private void put(MeasuredColumns.Eigenvalue into, List<LargestEigenvalue> eigenvalues) {
        for (int trial = 0; trial < eigenvalues.size(); trial++) {
            LargestEigenvalue found = eigenvalues.get(trial);
            SortedMap<String, Double> ofTrial = columns.get(trial);
            ofTrial.put(into.value().name(), found.value());
            ofTrial.put(into.iterations().name(), (double) found.iterations());
            ofTrial.put(into.converged().name(), found.converged() ? 1.0 : 0.0);
        }
    }
}
