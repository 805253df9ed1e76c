package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.sweep.Settings;
import stiffsweep.tensor.Tensors;

/** A problem with one field in the place of its network's: its own truth, with slopes by differences. */
final class SamplesOfTruth {

    private SamplesOfTruth() {}

    /**
     * The truth at some points, of one trial.
     *
     * @param parameters the problem's numbers, and the learned ones where it has such
     * @param step the distance of the differences
     */
    static Samples of(Problem problem, Map<String, Double> parameters, double[] points, double step, Tensors tensors) {
        Truth truth = problem.truth(settings(parameters));
        assertThat(truth).isNotNull();
        double[] slopes = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            slopes[i] = slope(truth, points[i], step);
        }
        String field = problem.declaration().solutionFields().get(0);
        Dual value = column(truth.at(points)[0], tensors);
        return new Samples(
                column(points, tensors),
                Map.of(field, new Jet(value, List.of(column(slopes, tensors)), List.of())),
                Map.of(field, value),
                numbers(parameters, tensors));
    }

    /** Numbers as the parameters of samples. */
    static Map<String, Dual> numbers(Map<String, Double> parameters, Tensors tensors) {
        Map<String, Dual> numbers = new TreeMap<>();
        parameters.forEach((name, number) -> numbers.put(name, column(new double[] {number}, tensors)));
        return numbers;
    }

    /** Numbers as settings under {@code problem}. */
    static Settings settings(Map<String, Double> parameters) {
        return new Settings(new TreeMap<>(parameters));
    }

    /** The central difference of an equation's residual along the field, one for each point. */
    static double[] derivativeAlongField(Problem problem, Samples samples, double step) {
        NDArray ahead = equation(problem, samples, step);
        NDArray behind = equation(problem, samples, -step);
        return Tensors.values(ahead.sub(behind).div(2 * step));
    }

    private static NDArray equation(Problem problem, Samples samples, double shift) {
        String field = samples.fields().keySet().iterator().next();
        Jet y = new Jet(samples.y().value().plus(shift), samples.y().derivatives(), List.of());
        return problem.residual("equation", samples.with(field, y)).value().value();
    }

    static double at(Truth truth, double x) {
        return truth.at(new double[] {x})[0][0];
    }

    /** The sixth-order central difference. */
    private static double slope(Truth truth, double x, double step) {
        double near = at(truth, x + step) - at(truth, x - step);
        double middle = at(truth, x + 2 * step) - at(truth, x - 2 * step);
        double far = at(truth, x + 3 * step) - at(truth, x - 3 * step);
        return (45 * near - 9 * middle + far) / (60 * step);
    }

    static Dual column(double[] values, Tensors tensors) {
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }
}
