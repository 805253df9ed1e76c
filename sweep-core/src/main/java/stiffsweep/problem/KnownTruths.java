package stiffsweep.problem;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;

/**
 * Solutions that were worked out in this process. The trials of a sweep share most of their parameters and points, and a
 * reference solve takes as long as many epochs.
 */
public final class KnownTruths {

    private static final int MOST = 512;

    private static final Map<Key, double[][]> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, double[][]> eldest) {
            return size() > MOST;
        }
    });

    private KnownTruths() {}

    private record Key(String problem, String method, Settings parameters, List<Double> points) {}

    /** The truth at some points, {@code [fields][points]}; null where the problem has none. */
    public static double @Nullable [][] truth(Problem problem, Settings parameters, double[] points) {
        return known(problem, "truth", parameters, points, () -> problem.truth(parameters));
    }

    /** The baseline joined at a matching point, {@code [fields][points]}; null where the problem has none. */
    public static double @Nullable [][] baseline(
            Problem problem, Settings parameters, double matchingPoint, double[] points) {
        String method = "baseline " + matchingPoint;
        return known(problem, method, parameters, points, () -> problem.baseline(parameters, matchingPoint));
    }

    private static double @Nullable [][] known(
            Problem problem, String method, Settings parameters, double[] points, Supplier<@Nullable Truth> solution) {
        List<Double> at = Arrays.stream(points).boxed().toList();
        Key key = new Key(problem.declaration().name(), method, parameters, at);
        return KNOWN.computeIfAbsent(key, unknown -> {
            Truth truth = solution.get();
            return truth == null ? null : truth.at(points);
        });
    }
}
