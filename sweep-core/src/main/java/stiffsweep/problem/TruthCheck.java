package stiffsweep.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/**
 * Holds the residuals of a problem's equations against its truth, which is often stated or solved apart from them: a
 * formula that is wrong in one of the two leaves a residual. Its points are its own, inside the declared intervals and boxes.
 *
 * <p>A residual is measured by the sizes of what it is made of: of its derivative with respect to each field and each
 * derivative of one, times the size of that. Derivatives of the truth are those of Chebyshev series; in their place counts
 * no less than the field over the length on which it is smooth, for more cannot be told of them. So a right formula and a
 * truth of eleven digits or more leave less than 1e-9.
 */
public final class TruthCheck {

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
                List<TruthPlace> places = TruthPlace.of(declaration.sampleSet(term.sampleSet()), declaration, truth);
                if (term.kind() == LossTerm.Kind.EQUATION && !places.isEmpty()) {
                    residuals.put(term.name(), check.largest(term, places));
                }
            }
        }
        return residuals;
    }

    /** The largest residual of a term over the places, relative to its size there. */
    private double largest(LossTerm term, List<TruthPlace> places) {
        Samples truth = samples(places);
        double[] residuals = Tensors.values(term.residual(truth).value().value());
        double[] sizes = sizes(term, truth, places);
        double largest = 0;
        for (int point = 0; point < sizes.length; point++) {
            double relative = residuals[point] == 0 ? 0 : Math.abs(residuals[point]) / sizes[point];
            largest = Math.max(largest, relative);
        }
        return largest;
    }

    private Samples samples(List<TruthPlace> places) {
        Map<String, Dual> inputs = new LinkedHashMap<>();
        problem.declaration().inputs().stream()
                .map(Input::name)
                .forEach(input -> inputs.put(input, column(places, place -> place.input(input))));
        Map<String, Jet> fields = new LinkedHashMap<>();
        List<String> names = problem.declaration().solutionFields();
        for (int i = 0; i < names.size(); i++) {
            int field = i;
            fields.put(
                    names.get(i),
                    new Jet(
                            directions(),
                            column(places, place -> place.value(field)),
                            each(
                                    directions().firsts(),
                                    direction -> column(
                                            places,
                                            place -> place.along(direction).slope(field))),
                            each(
                                    directions().seconds(),
                                    direction -> column(
                                            places,
                                            place -> place.along(direction).bend(field)))));
        }
        return new Samples(inputs, Map.of(), fields, () -> null, numbers);
    }

    private static <T> List<T> each(int count, IntFunction<T> part) {
        return IntStream.range(0, count).mapToObj(part).toList();
    }

    /** What a term's residual is made of, at each point. */
    private double[] sizes(LossTerm term, Samples truth, List<TruthPlace> places) {
        double[] sizes = new double[places.size()];
        List<String> names = problem.declaration().solutionFields();
        for (int i = 0; i < names.size(); i++) {
            for (Jet seeded : seeded(truth.field(names.get(i)), i, places)) {
                Dual moved = term.residual(truth.with(names.get(i), seeded)).value();
                double[] parts = Tensors.values(moved.tangentOrZero());
                Arrays.setAll(sizes, point -> sizes[point] + Math.abs(parts[point]));
            }
        }
        return sizes;
    }

    /** A field with the tangent on its value, and on each of its derivatives: the size of each. */
    private List<Jet> seeded(Jet field, int index, List<TruthPlace> places) {
        List<Jet> seeded = new ArrayList<>();
        seeded.add(field.withValue(with(field.value(), column(places, place -> place.size(index)))));
        for (int direction = 0; direction < directions().firsts(); direction++) {
            int along = direction;
            Dual steepness = column(places, place -> steepness(place.along(along), index));
            List<Dual> slopes = new ArrayList<>(field.derivatives());
            slopes.set(along, with(slopes.get(along), steepness));
            seeded.add(new Jet(directions(), field.value(), slopes, field.secondDerivatives()));
        }
        for (int direction = 0; direction < directions().seconds(); direction++) {
            int along = direction;
            Dual curvature = column(places, place -> curvature(place.along(along), index));
            List<Dual> bends = new ArrayList<>(field.secondDerivatives());
            bends.set(along, with(bends.get(along), curvature));
            seeded.add(new Jet(directions(), field.value(), field.derivatives(), bends));
        }
        return seeded;
    }

    private static double steepness(TruthWindow window, int field) {
        return Math.max(Math.abs(window.slope(field)), window.size(field) / window.halfWidth());
    }

    private static double curvature(TruthWindow window, int field) {
        return Math.max(Math.abs(window.bend(field)), window.size(field) / Math.pow(window.halfWidth(), 2));
    }

    private Directions directions() {
        return problem.declaration().directions();
    }

    private static Dual with(Dual value, Dual tangent) {
        return Dual.of(value.value(), tangent.value());
    }

    private Dual column(List<TruthPlace> places, ToDoubleFunction<TruthPlace> part) {
        return column(places.stream().map(part::applyAsDouble).toList());
    }

    /** Numbers as {@code [1, points, 1]}. */
    private Dual column(List<Double> numbers) {
        double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }
}
