package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.sampling.Points;
import stiffsweep.tensor.Tensors;

/** A problem with, in the place of its network's fields, its own truth, with its derivatives by differences. */
final class SamplesOfTruth {

    /** Central differences of the sixth order. */
    private static final double[] SLOPE = {-1 / 60.0, 9 / 60.0, -45 / 60.0, 0, 45 / 60.0, -9 / 60.0, 1 / 60.0};

    private static final double[] BEND = {
        2 / 180.0, -27 / 180.0, 270 / 180.0, -490 / 180.0, 270 / 180.0, -27 / 180.0, 2 / 180.0
    };

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
        Map<String, Jet> fields = new LinkedHashMap<>();
        Map<String, Dual> truths = new LinkedHashMap<>();
        List<String> names = problem.declaration().solutionFields();
        for (int field = 0; field < names.size(); field++) {
            Jet jet = field(truth, field, points, step, tensors);
            Directions directions =
                    Directions.alongOne("x", problem.declaration().input().order());
            List<Dual> bends = directions.seconds() > 0 ? jet.secondDerivatives() : List.of();
            fields.put(names.get(field), new Jet(directions, jet.value(), jet.derivatives(), bends));
            truths.put(names.get(field), jet.value());
        }
        return Samples.onLine(column(points, tensors), fields, truths, numbers(parameters, tensors));
    }

    private static Jet field(Truth truth, int field, double[] points, double step, Tensors tensors) {
        double[] values = new double[points.length];
        double[] slopes = new double[points.length];
        double[] bends = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double[] around = around(truth, field, points[i], step);
            values[i] = around[SLOPE.length / 2];
            slopes[i] = sum(SLOPE, around) / step;
            bends[i] = sum(BEND, around) / (step * step);
        }
        return new Jet(
                Directions.alongOne("x", 2),
                column(values, tensors),
                List.of(column(slopes, tensors)),
                List.of(column(bends, tensors)));
    }

    /** A declared loss term. */
    static LossTerm term(Problem problem, String name) {
        return problem.declaration().lossTerms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The residual of a declared loss term. */
    static Residual residual(Problem problem, String term, Samples samples) {
        return term(problem, term).residual(samples);
    }

    /** Numbers as the parameters of samples. */
    static Map<String, Dual> numbers(Map<String, Double> parameters, Tensors tensors) {
        Map<String, Dual> numbers = new TreeMap<>();
        parameters.forEach((name, number) -> numbers.put(name, column(new double[] {number}, tensors)));
        return numbers;
    }

    /** A problem's parameters at their defaults. */
    static Map<String, Double> defaults(Problem problem) {
        Map<String, Double> values = new TreeMap<>();
        for (Parameter parameter : problem.declaration().parameters()) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        return values;
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
        Jet y = samples.y().withValue(samples.y().value().plus(shift));
        return residual(problem, "equation", samples.with(field, y)).value().value();
    }

    static double at(Truth truth, double x) {
        return truth.at(Points.onLine("x", new double[] {x}))[0][0];
    }

    /** The truth at a point and three steps to either side. */
    private static double[] around(Truth truth, int field, double x, double step) {
        double[] points = new double[SLOPE.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = x + (i - 3) * step;
        }
        return truth.at(Points.onLine("x", points))[field];
    }

    private static double sum(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    static Dual column(double[] values, Tensors tensors) {
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }
}
