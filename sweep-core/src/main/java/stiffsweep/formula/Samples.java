package stiffsweep.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * What a residual is written on: a sample set of every trial in a stack.
 *
 * <p>Points are {@code [trials, points, 1]}, fields {@code [trials, points, nodes]}, with one node where a field does not
 * depend on an input that is integrated over, and parameters {@code [trials, 1, 1]}; those that are learned are {@code
 * [trials, points, 1]}. Operations broadcast.
 */
public final class Samples {

    private final Map<String, Dual> inputs;
    private final Map<String, NodeSum> sums;
    private final Map<String, Jet> fields;
    private final Supplier<@Nullable Map<String, Dual>> truths;
    private final Parameters parameters;

    /**
     * Samples.
     *
     * @param inputs the points by input; of an input that is integrated over its nodes, {@code [1, 1, nodes]}
     * @param sums for each input that is integrated over, the sums over its nodes
     * @param fields the declared fields by name, in the declared order
     * @param truths the exact or reference solution by field, asked for where a formula needs it; null where the problem
     *     has none
     * @param parameters what the file says about the problem
     */
    public Samples(
            Map<String, Dual> inputs,
            Map<String, NodeSum> sums,
            Map<String, Jet> fields,
            Supplier<@Nullable Map<String, Dual>> truths,
            Parameters parameters) {
        this.inputs = inputs;
        this.sums = sums;
        this.fields = fields;
        this.truths = truths;
        this.parameters = parameters;
    }

    /** Samples on a line along the input x. */
    public static Samples onLine(
            Dual x, Map<String, Jet> fields, @Nullable Map<String, Dual> truths, Map<String, Dual> parameters) {
        return new Samples(Map.of("x", x), Map.of(), fields, () -> truths, Parameters.of(parameters));
    }

    /** The points of the only input. */
    public Dual x() {
        return Named.only("input", inputs);
    }

    /** The points of an input. */
    public Dual input(String name) {
        return Named.of("an input", name, inputs);
    }

    /** The inputs by name. */
    public Map<String, Dual> inputs() {
        return inputs;
    }

    /** The first field. */
    public Jet y() {
        return fields.values().iterator().next();
    }

    /** A field. */
    public Jet field(String name) {
        return Named.of("a field", name, fields);
    }

    /** The declared fields by name, in the declared order. */
    public Map<String, Jet> fields() {
        return fields;
    }

    /** A parameter of the problem. */
    public Dual parameter(String name) {
        return parameters.number(name);
    }

    /** A word that the file chooses, such as the data of a benchmark. */
    public String word(String name) {
        return parameters.word(name);
    }

    /** The problem's parameters by name. */
    public Map<String, Dual> parameters() {
        return parameters.numbers();
    }

    /** The mean over the only input that is integrated over, {@code [trials, points, 1]}. */
    public Dual average(Dual quantity) {
        return average(quantity, sums.size() == 1 ? sums.keySet().iterator().next() : "");
    }

    /** The mean over an input that is integrated over, {@code [trials, points, 1]}. */
    public Dual average(Dual quantity, String input) {
        return Named.of("an input that is integrated over", input, sums).mean(quantity);
    }

    /** The integral over the only input that is integrated over, {@code [trials, points, 1]}. */
    public Dual integral(Dual quantity) {
        return Named.only("input that is integrated over", sums).integral(quantity);
    }

    /** How far the first field is from the truth, as conditions and data terms ask. */
    public Dual distanceFromTruth() {
        return distanceFromTruth(fields.keySet().iterator().next());
    }

    /** How far a field is from the truth. */
    public Dual distanceFromTruth(String field) {
        Map<String, Dual> known = truths();
        if (known == null) {
            throw new IllegalStateException("a term that compares with the truth needs a problem that has one");
        }
        return field(field).value().minus(Named.of("a field of the solution", field, known));
    }

    /** The exact or reference solution by field; null where the problem has none. */
    public @Nullable Map<String, Dual> truths() {
        return truths.get();
    }

    /** The same with another field in the place of one. */
    public Samples with(String name, Jet field) {
        Map<String, Jet> others = new LinkedHashMap<>(fields);
        others.put(name, field);
        return new Samples(inputs, sums, others, truths, parameters);
    }
}
