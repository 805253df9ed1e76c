package stiffsweep.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.problem.KnownTruths;
import stiffsweep.problem.Problem;
import stiffsweep.result.SolutionPoint;
import stiffsweep.sampling.Points;
import stiffsweep.store.MeasuredColumns;

/**
 * What a field is on the measured points without training: of a problem with patches, these joined at the matching point, and
 * the band of what comes out where they are joined earlier or later; of a problem with a limit, this.
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

    /** The baselines that a trial's settings ask for, by field: of patches, that of the first one. */
    static Map<String, Baseline> of(Problem problem, Settings settings, Points points) {
        List<String> fields = problem.declaration().solutionFields();
        Map<String, Baseline> baselines = new LinkedHashMap<>();
        if (problem.declaration().matching() != null) {
            baselines.put(fields.get(0), matched(problem, settings, points));
            return baselines;
        }
        double[][] limit = KnownTruths.limit(problem, settings.under("problem"), points);
        for (int field = 0; limit != null && field < fields.size(); field++) {
            baselines.put(fields.get(field), new Baseline(limit[field], limit[field], limit[field]));
        }
        return baselines;
    }

    private static Baseline matched(Problem problem, Settings settings, Points points) {
        double point = settings.number("matching.point");
        double band = settings.number("matching.band");
        List<double[]> all = Stream.of(point, point * (1 - band), point * (1 + band))
                .map(at -> joined(problem, settings.under("problem"), at, points))
                .toList();
        double[] low = new double[points.count()];
        double[] high = new double[points.count()];
        for (int i = 0; i < low.length; i++) {
            int at = i;
            List<Double> values = all.stream().map(joined -> joined[at]).toList();
            low[i] = Collections.min(values);
            high[i] = Collections.max(values);
        }
        return new Baseline(all.get(0), low, high);
    }

    private static double[] joined(Problem problem, Settings parameters, double point, Points points) {
        double[][] fields = KnownTruths.baseline(problem, parameters, point, points);
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
        columns.put(MeasuredColumns.BASELINE_FINAL.name(), values[last]);
        columns.put(MeasuredColumns.BASELINE_LOW.name(), low[last]);
        columns.put(MeasuredColumns.BASELINE_HIGH.name(), high[last]);
        if (truth != null) {
            FieldErrors errors = FieldErrors.of(values, truth);
            columns.put(MeasuredColumns.BASELINE_ERROR_RELATIVE_L2.name(), errors.relativeL2());
            columns.put(MeasuredColumns.BASELINE_ERROR_RELATIVE_MAX.name(), errors.largestRelative());
        }
        return columns;
    }
}
