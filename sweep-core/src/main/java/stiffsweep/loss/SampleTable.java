package stiffsweep.loss;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Settings;
import stiffsweep.jet.Dual;
import stiffsweep.problem.KnownTruths;
import stiffsweep.problem.Problem;
import stiffsweep.problem.SamplePoints;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The points of one sample set in every trial of a stack, with the truth there where it is known.
 */
final class SampleTable {

    private final String name;
    private final double[][] points;
    private final double @Nullable [][][] truths;

    /**
     * A table.
     *
     * @param name the set, or the loss term that is taken on it
     * @param points {@code [trials][points]}
     * @param truths {@code [trials][fields][points]}; null where the problem has no truth
     */
    private SampleTable(String name, double[][] points, double @Nullable [][][] truths) {
        this.name = name;
        this.points = points;
        this.truths = truths;
    }

    String name() {
        return name;
    }

    /** The points that each trial's settings ask for. */
    static SampleTable of(SampleSet set, Problem problem, List<Trial> trials) {
        double[][] points = new double[trials.size()][];
        double[][][] truths = new double[trials.size()][][];
        boolean isKnown = true;
        for (int trial = 0; trial < trials.size(); trial++) {
            Settings settings = trials.get(trial).settings();
            points[trial] = SamplePoints.of(set, problem.declaration(), settings);
            double[][] truth = KnownTruths.truth(problem, settings.under("problem"), points[trial]);
            isKnown &= truth != null;
            truths[trial] = truth == null ? new double[0][] : truth;
        }
        return new SampleTable(set.name(), points, isKnown ? truths : null);
    }

    /** The number of points of each trial. */
    int count() {
        return points[0].length;
    }

    SampleTable named(String other) {
        return new SampleTable(other, points, truths);
    }

    /** The points of some of the trials. */
    SampleTable only(List<Integer> slots) {
        double[][] some = slots.stream().map(slot -> points[slot]).toArray(double[][]::new);
        double @Nullable [][][] all = truths;
        return new SampleTable(
                name,
                some,
                all == null ? null : slots.stream().map(slot -> all[slot]).toArray(double[][][]::new));
    }

    /** A part of the points, drawn anew for each trial without repetition; all of them where there are no more. */
    SampleTable drawn(int most, List<? extends RandomGenerator> randoms) {
        if (count() <= most) {
            return this;
        }
        double[][] some = new double[points.length][];
        double @Nullable [][][] truthsThere = truths == null ? null : new double[points.length][][];
        for (int trial = 0; trial < points.length; trial++) {
            int[] rows = draw(count(), most, randoms.get(trial));
            some[trial] = at(rows, points[trial]);
            if (truths != null && truthsThere != null) {
                truthsThere[trial] = Arrays.stream(truths[trial])
                        .map(field -> at(rows, field))
                        .toArray(double[][]::new);
            }
        }
        return new SampleTable(name, some, truthsThere);
    }

    private static int[] draw(int count, int most, RandomGenerator random) {
        int[] rows = IntStream.range(0, count).toArray();
        for (int i = 0; i < most; i++) {
            int other = random.nextInt(i, count);
            int row = rows[other];
            rows[other] = rows[i];
            rows[i] = row;
        }
        int[] drawn = Arrays.copyOf(rows, most);
        Arrays.sort(drawn);
        return drawn;
    }

    private static double[] at(int[] rows, double[] values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** The points of one trial. */
    double[] row(int trial) {
        return points[trial];
    }

    /** The points, {@code [trials, points, 1]}. */
    Dual points(Tensors tensors) {
        return column(points, tensors);
    }

    /** The truth by field, {@code [trials, points, 1]} each; null where there is none. */
    @Nullable
    Map<String, Dual> truths(List<String> fields, Tensors tensors) {
        double @Nullable [][][] known = truths;
        if (known == null) {
            return null;
        }
        Map<String, Dual> columns = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            int field = i;
            double[][] rows = Arrays.stream(known).map(trial -> trial[field]).toArray(double[][]::new);
            columns.put(fields.get(field), column(rows, tensors));
        }
        return columns;
    }

    /** Rows of equal length as {@code [trials, points, 1]}. */
    private static Dual column(double[][] rows, Tensors tensors) {
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return Dual.constant(tensors.of(flat, rows.length, flat.length / rows.length, 1));
    }
}
