package stiffsweep.measure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.problem.KnownTruths;
import stiffsweep.problem.Problem;
import stiffsweep.result.SolutionPoint;

/**
 * The conventional method's first field on the measured points: the patches joined at the matching point, and the band of
 * what comes out where they are joined earlier or later.
 */
final class Baseline {

    private final double[] values;
    private final double[] low;
    private final double[] high;

    private Baseline(double[] values, double[] low, double[] high) {
        this.values = values;
        this.low = low;
        this.high = high;
    }

    /** The baseline that a trial's settings ask for; null where the problem has none. */
    static @Nullable Baseline of(Problem problem, Settings settings, double[] x) {
        if (problem.declaration().matching() == null) {
            return null;
        }
        double point = settings.number("matching.point");
        double band = settings.number("matching.band");
        List<double[]> all = Stream.of(point, point * (1 - band), point * (1 + band))
                .map(at -> joined(problem, settings.under("problem"), at, x))
                .toList();
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int at = i;
            List<Double> values = all.stream().map(joined -> joined[at]).toList();
            low[i] = Collections.min(values);
            high[i] = Collections.max(values);
        }
        return new Baseline(all.get(0), low, high);
    }

    private static double[] joined(Problem problem, Settings parameters, double point, double[] x) {
        double[][] fields = KnownTruths.baseline(problem, parameters, point, x);
        if (fields == null) {
            throw new IllegalStateException("a problem that declares a matching must give its baseline, but "
                    + problem.declaration().name() + " gives none");
        }
        return fields[0];
    }

    /** The value joined at the matching point, and the lowest and highest of the three. */
    SolutionPoint.Band at(int point) {
        return new SolutionPoint.Band(values[point], low[point], high[point]);
    }

    /**
     * The baseline's result columns.
     *
     * @param truth the truth of the first field; null where there is none
     */
    SortedMap<String, Double> columns(double @Nullable [] truth) {
        int last = values.length - 1;
        SortedMap<String, Double> columns = new TreeMap<>();
        columns.put("baseline_final", values[last]);
        columns.put("baseline_low", low[last]);
        columns.put("baseline_high", high[last]);
        if (truth != null) {
            FieldErrors errors = FieldErrors.of(values, truth);
            columns.put("baseline_error_relative_l2", errors.relativeL2());
            columns.put("baseline_error_relative_max", errors.largestRelative());
        }
        return columns;
    }
}
