package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.formula.Samples;
import stiffsweep.loss.StackLoss;
import stiffsweep.problem.KnownTruths;
import stiffsweep.sampling.Points;
import stiffsweep.sampling.SamplePoints;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/** The errors between the points of the line on which the others are taken, as result columns. */
final class ErrorsBetween {

    private final StackLoss loss;
    private final ProblemDeclaration declaration;
    private final int each;
    private final List<Points> points;

    private ErrorsBetween(StackLoss loss, SampleSet.Interval line, int each) {
        this.loss = loss;
        this.declaration = loss.problem().declaration();
        this.each = each;
        points = loss.trials().stream()
                .map(trial -> new SamplePoints(declaration, trial.settings(), trial::seedFor).between(line, each))
                .toList();
    }

    /** The columns of each trial: none where its settings ask for none, or no truth is known. */
    static List<SortedMap<String, Double>> of(StackLoss loss, NDArray rows) {
        ProblemDeclaration declaration = loss.problem().declaration();
        int each = loss.settings().measure().between();
        if (each > 0 && declaration.sampleSet(declaration.measured()) instanceof SampleSet.Interval line) {
            return new ErrorsBetween(loss, line, each).columns(rows);
        }
        return Collections.nCopies(loss.trials().size(), Collections.emptySortedMap());
    }

    private List<SortedMap<String, Double>> columns(NDArray rows) {
        double @Nullable [][] truths = truths();
        if (truths == null) {
            return Collections.nCopies(points.size(), Collections.emptySortedMap());
        }
        double[][] values = values(rows);
        List<SortedMap<String, Double>> columns = new ArrayList<>();
        for (int trial = 0; trial < truths.length; trial++) {
            columns.add(
                    new TreeMap<>(FieldErrors.of(values[trial], truths[trial]).columns(MeasuredColumns::between)));
        }
        return columns;
    }

    /** The truth of each trial, its fields one after the other, {@code [trials][fields points]}; null where there is none. */
    private double @Nullable [][] truths() {
        double[][] truths = new double[points.size()][];
        for (int trial = 0; trial < truths.length; trial++) {
            Trial ofPoints = loss.trials().get(trial);
            double[][] truth =
                    KnownTruths.truth(loss.problem(), ofPoints.settings().under("problem"), points.get(trial));
            if (truth == null) {
                return null;
            }
            truths[trial] = Arrays.stream(truth).flatMapToDouble(Arrays::stream).toArray();
        }
        return truths;
    }

    /** What was learnt, in the order of the truths. */
    private double[][] values(NDArray rows) {
        List<String> fields = declaration.solutionFields();
        int count = points.get(0).count();
        double[][] values = new double[points.size()][fields.size() * count];
        // One pass for each place between two points: none takes more memory than the pass of the measured ones.
        for (int place = 0; place < each; place++) {
            int[] some = IntStream.iterate(place, i -> i < count, i -> i + each).toArray();
            List<Points> ofPlace = points.stream().map(all -> all.only(some)).toList();
            TensorScope.run(() -> {
                Samples samples = loss.at(ofPlace, rows);
                for (int field = 0; field < fields.size(); field++) {
                    NDArray learnt = samples.field(fields.get(field)).value().value();
                    for (int trial = 0; trial < values.length; trial++) {
                        double[] ofTrial = Tensors.values(learnt.get(trial));
                        for (int i = 0; i < some.length; i++) {
                            values[trial][field * count + some[i]] = ofTrial[i];
                        }
                    }
                }
            });
        }
        return values;
    }
}
