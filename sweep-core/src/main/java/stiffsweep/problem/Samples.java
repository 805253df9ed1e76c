package stiffsweep.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * What a residual is written on: a sample set of every trial in a stack.
 *
 * @param x the points, {@code [trials, points, 1]}
 * @param y the network's field with its derivative, {@code [trials, points, 1]} each
 * @param truth the exact or reference field, {@code [trials, points, 1]}; null where the problem has none
 * @param parameters the problem's parameters by name, each {@code [trials, 1, 1]}
 */
public record Samples(Dual x, Jet y, @Nullable Dual truth, Map<String, Dual> parameters) {

    /** A parameter of the problem, {@code [trials, 1, 1]}. */
    public Dual parameter(String name) {
        Dual parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(
                    "a parameter must be one of " + parameters.keySet() + ", but got " + name);
        }
        return parameter;
    }

    /** How far the field is from the truth, as conditions and data terms ask. */
    public Dual distanceFromTruth() {
        if (truth == null) {
            throw new IllegalStateException("a term that compares with the truth needs a problem that has one");
        }
        return y.value().minus(truth);
    }
}
