package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.loss.StackLoss;
import stiffsweep.problem.Solved;
import stiffsweep.sampling.NodeRule;
import stiffsweep.sampling.Points;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/** What the trials of a stack have learnt, on the points that are measured. */
final class Solutions {

    private Solutions() {}

    /** The solution of each trial at some rows, {@code [trials, numbers]}. */
    static List<Solved> of(StackLoss loss, NDArray rows) {
        return TensorScope.result(() -> {
            Samples samples = loss.measured(rows);
            List<Solved> solutions = new ArrayList<>();
            for (int trial = 0; trial < loss.trials().size(); trial++) {
                solutions.add(solved(loss, samples, trial));
            }
            return solutions;
        });
    }

    private static Solved solved(StackLoss loss, Samples samples, int trial) {
        ProblemDeclaration declaration = loss.problem().declaration();
        Map<String, double[]> values = new LinkedHashMap<>();
        samples.fields().forEach((name, field) -> values.put(name, of(field.value(), trial)));
        Map<String, Double> learned = new TreeMap<>();
        for (Learned scalar : declaration.learned()) {
            learned.put(scalar.name(), of(samples.parameter(scalar.name()), trial)[0]);
        }
        Settings settings = loss.trials().get(trial).settings();
        Points points = points(declaration, samples, trial);
        return new Solved(
                settings.under("problem"),
                learned,
                points,
                nodes(points, declaration, settings),
                values,
                truths(samples.truths(), trial));
    }

    private static @Nullable Map<String, double[]> truths(@Nullable Map<String, Dual> known, int trial) {
        if (known == null) {
            return null;
        }
        Map<String, double[]> truths = new LinkedHashMap<>();
        known.forEach((name, truth) -> truths.put(name, of(truth, trial)));
        return truths;
    }

    private static Points points(ProblemDeclaration declaration, Samples samples, int trial) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        declaration.inputs().stream()
                .filter(Input::isSpread)
                .forEach(input -> columns.put(input.name(), of(samples.input(input.name()), trial)));
        return Points.of(columns);
    }

    /** The points at each node of the input that is integrated over. */
    private static Points nodes(Points points, ProblemDeclaration declaration, Settings settings) {
        Points nodes = points;
        for (Input input : declaration.inputs()) {
            if (!input.isSpread()) {
                double[] places = NodeRule.of(input, settings).nodes().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                nodes = nodes.at(input.name(), places);
            }
        }
        return nodes;
    }

    /** A column of a trial; at the nodes of each point one after the other. */
    private static double[] of(Dual column, int trial) {
        return Tensors.values(column.value().get(trial));
    }
}
