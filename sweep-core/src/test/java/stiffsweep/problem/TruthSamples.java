package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.sweep.ProblemDeclaration.Parameter;
import stiffsweep.sweep.Settings;
import stiffsweep.tensor.Tensors;

/** Samples on which the field y is a problem's truth, its derivatives taken by differences of the sixth order. */
final class TruthSamples {

    private static final double[] SLOPE = {-1 / 60.0, 9 / 60.0, -45 / 60.0, 0, 45 / 60.0, -9 / 60.0, 1 / 60.0};
    private static final double[] BEND = {
        2 / 180.0, -27 / 180.0, 270 / 180.0, -490 / 180.0, 270 / 180.0, -27 / 180.0, 2 / 180.0
    };

    private TruthSamples() {}

    /**
     * The samples of one trial.
     *
     * @param step the distance of the differences
     */
    static Samples of(Problem problem, Settings parameters, double[] points, double step, Tensors tensors) {
        Truth truth = problem.truth(parameters);
        assertThat(truth).isNotNull();
        int count = points.length;
        double[] values = new double[count];
        double[] slopes = new double[count];
        double[] bends = new double[count];
        for (int i = 0; i < count; i++) {
            double[] around = new double[SLOPE.length];
            for (int k = 0; k < around.length; k++) {
                around[k] = points[i] + (k - 3) * step;
            }
            double[] there = truth.at(around)[0];
            values[i] = there[3];
            slopes[i] = sum(SLOPE, there) / step;
            bends[i] = sum(BEND, there) / (step * step);
        }
        Dual y = column(values, tensors);
        List<Dual> seconds = problem.derivativeOrder() == 2 ? List.of(column(bends, tensors)) : List.of();
        return new Samples(
                column(points, tensors),
                Map.of("y", new Jet(y, List.of(column(slopes, tensors)), seconds)),
                Map.of("y", y),
                parameters(parameters, tensors));
    }

    /** A problem's parameters at their defaults. */
    static Settings defaults(Problem problem) {
        Map<String, Object> values = new TreeMap<>();
        for (Parameter parameter : problem.declaration().parameters()) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        return new Settings(new TreeMap<>(values));
    }

    static Map<String, Dual> parameters(Settings parameters, Tensors tensors) {
        Map<String, Dual> duals = new TreeMap<>();
        for (String name : parameters.values().keySet()) {
            duals.put(name, Dual.constant(tensors.of(new double[] {parameters.number(name)}, 1, 1, 1)));
        }
        return duals;
    }

    static Dual column(double[] values, Tensors tensors) {
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }

    private static double sum(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }
}
