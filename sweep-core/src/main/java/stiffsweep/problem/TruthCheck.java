package stiffsweep.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.SampleSet.Interval;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/**
 * Holds the residuals of a problem's equations against its truth, which is often stated or solved apart from them: a
 * formula that is wrong in one of the two leaves a residual. Its points are its own, inside the declared intervals.
 *
 * <p>A residual is measured by the sizes of what it is made of: of its derivative with respect to each field and each
 * derivative of one, times the size of that. Derivatives of the truth are those of Chebyshev series; in their place counts
 * no less than the field over the length on which it is smooth, for more cannot be told of them. So a right formula and a
 * truth of eleven digits or more leave less than 1e-9.
 */
public final class TruthCheck {

    /** The windows of a term, which share its interval. */
    private static final int WINDOWS = 9;

    private final Problem problem;
    private final Map<String, Dual> numbers = new TreeMap<>();
    private final Tensors tensors;

    private TruthCheck(Problem problem, SortedMap<String, Double> numbers, Tensors tensors) {
        this.problem = problem;
        this.tensors = tensors;
        numbers.forEach((name, number) -> this.numbers.put(name, column(List.of(number))));
    }

    /**
     * The largest relative residual of each equation at the problem's truth, by the name of its loss term; 0 where the formula
     * and the truth agree, of order 1 where they do not.
     *
     * @param numbers the parameters that differ from their defaults, and the numbers that are learned, at their exact values
     * @throws IllegalArgumentException if the problem has no truth
     * @throws IllegalStateException if the truth is not smooth about a point
     */
    public static SortedMap<String, Double> residuals(Problem problem, Map<String, Double> numbers) {
        ProblemDeclaration declaration = problem.declaration();
        SortedMap<String, Double> all = new TreeMap<>();
        for (Parameter parameter : declaration.parameters()) {
            all.put(parameter.name(), parameter.defaultValue());
        }
        all.putAll(numbers);
        Truth truth = problem.truth(new Settings(new TreeMap<>(all)));
        if (truth == null) {
            throw new IllegalArgumentException(
                    "a problem must have a truth to be held against, but " + declaration.name() + " has none");
        }
        SortedMap<String, Double> residuals = new TreeMap<>();
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            TruthCheck check = new TruthCheck(problem, all, tensors);
            for (LossTerm term : declaration.lossTerms()) {
                if (term.kind() == LossTerm.Kind.EQUATION
                        && declaration.sampleSet(term.sampleSet()) instanceof Interval interval) {
                    residuals.put(term.name(), check.largest(term, windows(interval, truth)));
                }
            }
        }
        return residuals;
    }

    /** Windows side by side, each about a point in the middle of its share, as the interval is spaced. */
    private static List<TruthWindow> windows(Interval interval, Truth truth) {
        boolean isLog = interval.spacing().equals("log");
        double from = isLog ? Math.log(interval.from()) : interval.from();
        double to = isLog ? Math.log(interval.to()) : interval.to();
        double half = (to - from) / (2 * WINDOWS);
        List<TruthWindow> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            double middle = from + (2 * i + 1) * half;
            double x = isLog ? Math.exp(middle) : middle;
            windows.add(TruthWindow.about(x, isLog ? x - Math.exp(middle - half) : half, truth));
        }
        return windows;
    }

    /** The largest residual of a term over the windows' points, relative to its size there. */
    private double largest(LossTerm term, List<TruthWindow> windows) {
        Samples truth = samples(windows);
        double[] residuals = Tensors.values(term.residual(truth).value().value());
        double[] sizes = sizes(term, truth, windows);
        double largest = 0;
        for (int point = 0; point < sizes.length; point++) {
            double relative = residuals[point] == 0 ? 0 : Math.abs(residuals[point]) / sizes[point];
            largest = Math.max(largest, relative);
        }
        return largest;
    }

    private Samples samples(List<TruthWindow> windows) {
        Map<String, Jet> fields = new LinkedHashMap<>();
        List<String> names = problem.declaration().solutionFields();
        for (int i = 0; i < names.size(); i++) {
            int field = i;
            Dual value = column(windows, window -> window.value(field));
            Dual slope = column(windows, window -> window.slope(field));
            List<Dual> bends = isOfSecondOrder()
                    ? List.of(column(windows, window -> window.bend(field)))
                    : Collections.emptyList();
            fields.put(names.get(i), new Jet(directions(), value, List.of(slope), bends));
        }
        return new Samples(
                Map.of(problem.declaration().input().name(), column(windows, TruthWindow::x)),
                Map.of(),
                fields,
                () -> null,
                numbers);
    }

    /** What a term's residual is made of, at each point. */
    private double[] sizes(LossTerm term, Samples truth, List<TruthWindow> windows) {
        double[] sizes = new double[windows.size()];
        List<String> names = problem.declaration().solutionFields();
        for (int i = 0; i < names.size(); i++) {
            for (Jet seeded : seeded(truth.field(names.get(i)), i, windows)) {
                Dual moved = term.residual(truth.with(names.get(i), seeded)).value();
                double[] parts = Tensors.values(moved.tangentOrZero());
                Arrays.setAll(sizes, point -> sizes[point] + Math.abs(parts[point]));
            }
        }
        return sizes;
    }

    /** A field with the tangent on its value, on its slope and on its second derivative: the size of each. */
    private List<Jet> seeded(Jet field, int index, List<TruthWindow> windows) {
        Dual size = column(windows, window -> window.size(index));
        Dual steepness = column(
                windows, window -> Math.max(Math.abs(window.slope(index)), window.size(index) / window.halfWidth()));
        Dual curvature = column(
                windows,
                window -> Math.max(Math.abs(window.bend(index)), window.size(index) / Math.pow(window.halfWidth(), 2)));
        List<Jet> seeded = new ArrayList<>();
        seeded.add(field.withValue(with(field.value(), size)));
        seeded.add(new Jet(
                directions(), field.value(), List.of(with(field.derivative(), steepness)), field.secondDerivatives()));
        if (isOfSecondOrder()) {
            seeded.add(new Jet(
                    directions(),
                    field.value(),
                    field.derivatives(),
                    List.of(with(field.secondDerivative(), curvature))));
        }
        return seeded;
    }

    private boolean isOfSecondOrder() {
        return directions().seconds() > 0;
    }

    private Directions directions() {
        return problem.declaration().directions();
    }

    private static Dual with(Dual value, Dual tangent) {
        return Dual.of(value.value(), tangent.value());
    }

    private Dual column(List<TruthWindow> windows, ToDoubleFunction<TruthWindow> part) {
        return column(windows.stream().map(part::applyAsDouble).toList());
    }

    /** Numbers as {@code [1, points, 1]}. */
    private Dual column(List<Double> numbers) {
        double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }
}
