package stiffsweep.stop;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.Settings;
import stiffsweep.result.CurvePoint;
import stiffsweep.store.CurveColumns;

/**
 * Which trials a run ends early: the block {@code sweep.stop} of a sweep file. It is no part of the question.
 *
 * @param rule who ends
 * @param metric the result column of the curves by which trials are compared
 * @param within the settings, or blocks of settings, in which trials agree that are compared; their problem is the same in
 *     any case
 */
public record StopPolicy(StopRule rule, String metric, List<String> within) implements Serializable {

    /** Every trial trains to its end. */
    public static final StopPolicy DEFAULT =
            new StopPolicy(new Never(), CurveColumns.ERROR_MSE.name(), List.of("problem", "points"));

    public StopPolicy {
        within = List.copyOf(within);
    }

    /** Whether any trial can end early. */
    public boolean isOn() {
        return !(rule instanceof Never);
    }

    /** What a trial is compared by at a point of its curve; not a number where the point has none. */
    public double value(CurvePoint point) {
        return CurveColumns.numbers(point).getOrDefault(metric, Double.NaN);
    }

    /** What trials have in common that are compared. */
    public SortedMap<String, Object> cohort(Settings settings) {
        SortedMap<String, Object> common = new TreeMap<>();
        settings.values().forEach((path, value) -> {
            if (path.equals("problem.kind") || within.stream().anyMatch(part -> holds(part, path))) {
                common.put(path, value);
            }
        });
        return common;
    }

    /** Whether a setting, or a block of settings, holds the setting at a path. */
    public static boolean holds(String part, String path) {
        return path.equals(part) || path.startsWith(part + ".");
    }
}
