package stiffsweep.problem;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.sampling.Points;

/**
 * Solutions that were worked out in this process. The trials of a sweep share most of their parameters and points, and a
 * reference solve takes as long as many epochs. Who asks for one that is being worked out waits for it, and for no other.
 */
public final class KnownTruths {

    private static final Map<Key, FutureTask<double @Nullable [][]>> KNOWN =
            Collections.synchronizedMap(new Latest<>(512));

    /** Fewer: one may keep some megabytes. */
    private static final Map<Parameters, Truth> SOLUTIONS = Collections.synchronizedMap(new Latest<>(32));

    private KnownTruths() {}

    /** The entries that were asked for last. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        private final int most;

        Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    private record Parameters(String problem, Settings parameters) {}

    private record Key(String problem, String method, Settings parameters, Points points) {}

    /** The truth at some points, {@code [fields][points]}; null where the problem has none. */
    public static double @Nullable [][] truth(Problem problem, Settings parameters, Points points) {
        double[][] truth = known(problem, "truth", parameters, points, () -> solution(problem, parameters));
        if (truth != null) {
            misfit(problem, points, truth).ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
        }
        return truth;
    }

    /** What is wrong with the number of a truth's fields or points, in a sentence; empty where they fit. */
    static Optional<String> misfit(Problem problem, Points points, double[][] truth) {
        List<String> fields = problem.declaration().solutionFields();
        boolean fits =
                truth.length == fields.size() && Arrays.stream(truth).allMatch(field -> field.length == points.count());
        return fits
                ? Optional.empty()
                : Optional.of("the truth of " + problem.declaration().name() + " must have each of the fields " + fields
                        + " at each of " + points.count() + " points, but has fields with "
                        + Arrays.stream(truth).map(field -> field.length).toList()
                        + " points: give [fields][points], in the declared order");
    }

    /** The truth for some parameters: one object, which may keep what it has solved for other points. */
    private static @Nullable Truth solution(Problem problem, Settings parameters) {
        Parameters key = new Parameters(problem.declaration().name(), parameters);
        Truth known = SOLUTIONS.get(key);
        Truth solution = known == null ? problem.truth(parameters) : known;
        if (solution != null) {
            SOLUTIONS.put(key, solution);
        }
        return solution;
    }

    /** The baseline joined at a matching point, {@code [fields][points]}; null where the problem has none. */
    public static double @Nullable [][] baseline(
            Problem problem, Settings parameters, double matchingPoint, Points points) {
        String method = "baseline " + matchingPoint;
        return known(problem, method, parameters, points, () -> problem.baseline(parameters, matchingPoint));
    }

    /** The limit at some points, {@code [fields][points]}; null where the problem has none. */
    public static double @Nullable [][] limit(Problem problem, Settings parameters, Points points) {
        return known(problem, "limit", parameters, points, () -> problem.limit(parameters));
    }

    private static double @Nullable [][] known(
            Problem problem, String method, Settings parameters, Points points, Supplier<@Nullable Truth> solution) {
        Key key = new Key(problem.declaration().name(), method, parameters, points);
        FutureTask<double @Nullable [][]> solve = KNOWN.computeIfAbsent(
                key,
                unknown -> new FutureTask<>(() -> {
                    Truth truth = solution.get();
                    return truth == null ? null : truth.at(points);
                }));
        // Does nothing where another thread has begun.
        solve.run();
        return result(solve, key);
    }

    /** What came of a solve; a failure is thrown as it is, and the next to ask tries again. */
    private static double @Nullable [][] result(FutureTask<double @Nullable [][]> solve, Key key) {
        try {
            return solve.get();
        } catch (ExecutionException e) {
            KNOWN.remove(key, solve);
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a truth");
        }
    }
}
