package stiffsweep.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * What a residual is written on: a sample set of every trial in a stack.
 *
 * @param x the points, {@code [trials, points, 1]}
 * @param fields the declared fields by name, in the declared order, {@code [trials, points, 1]} each
 * @param truths the exact or reference solution by field, {@code [trials, points, 1]}; null where the problem has none
 * @param parameters the problem's parameters by name, {@code [trials, 1, 1]} each, and those that are learned, {@code
 *     [trials, points, 1]}
 */
public record Samples(
        Dual x, Map<String, Jet> fields, @Nullable Map<String, Dual> truths, Map<String, Dual> parameters) {

    /** The first field. */
    public Jet y() {
        return fields.values().iterator().next();
    }

    /** A field. */
    public Jet field(String name) {
        return of("a field", name, fields);
    }

    /** A parameter of the problem. */
    public Dual parameter(String name) {
        return of("a parameter", name, parameters);
    }

    /** How far the first field is from the truth, as conditions and data terms ask. */
    public Dual distanceFromTruth() {
        return distanceFromTruth(fields.keySet().iterator().next());
    }

    /** How far a field is from the truth. */
    public Dual distanceFromTruth(String field) {
        if (truths == null) {
            throw new IllegalStateException("a term that compares with the truth needs a problem that has one");
        }
        return field(field).value().minus(of("a field of the solution", field, truths));
    }

    /** The same with another field in the place of one. */
    Samples with(String name, Jet field) {
        Map<String, Jet> others = new LinkedHashMap<>(fields);
        others.put(name, field);
        return new Samples(x, others, truths, parameters);
    }

    private static <T> T of(String what, String name, Map<String, T> known) {
        T value = known.get(name);
        if (value == null) {
            throw new IllegalArgumentException(what + " must be one of " + known.keySet() + ", but got " + name);
        }
        return value;
    }
}
