package stiffsweep.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.sampling.Points;

/** A trial's solution, from which a problem works out its own results. */
public final class Solved {

    private final Settings parameters;
    private final Map<String, Double> learned;
    private final Points points;
    private final Map<String, double[]> values;
    private final @Nullable Map<String, double[]> truths;

    /**
     * A solution.
     *
     * @param parameters the settings under {@code problem}
     * @param learned the numbers that were trained together with the network, by name
     * @param points the measured points
     * @param values what was learnt there, by field
     * @param truths the truth there, by field of the solution; null where there is none
     */
    public Solved(
            Settings parameters,
            Map<String, Double> learned,
            Points points,
            Map<String, double[]> values,
            @Nullable Map<String, double[]> truths) {
        this.parameters = parameters;
        this.learned = learned;
        this.points = points;
        this.values = values;
        this.truths = truths;
    }

    /** The settings under {@code problem}. */
    public Settings parameters() {
        return parameters;
    }

    /** The measured points. */
    public Points points() {
        return points;
    }

    /** The measured points of the only input, ascending. */
    public double[] x() {
        return points.x();
    }

    /** What was learnt, by field. */
    public Map<String, double[]> values() {
        return values;
    }

    /** The truth by field of the solution; null where there is none. */
    public @Nullable Map<String, double[]> truths() {
        return truths;
    }

    /** What was learnt of a field. */
    public double[] values(String field) {
        return of(field, values);
    }

    /** What was learnt of a field at the last point. */
    public double last(String field) {
        return values(field)[points.count() - 1];
    }

    /** A number that was trained together with the network. */
    public double learned(String name) {
        return of(name, learned);
    }

    private static <T> T of(String name, Map<String, T> known) {
        T value = known.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "a result must be made of one of " + known.keySet() + ", but asked for " + name);
        }
        return value;
    }
}
