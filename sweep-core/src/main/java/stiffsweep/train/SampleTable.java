package stiffsweep.train;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.problem.Problem;
import stiffsweep.problem.SamplePoints;
import stiffsweep.problem.Truth;
import stiffsweep.sweep.ProblemDeclaration;
import stiffsweep.sweep.ProblemDeclaration.SampleSet;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/** The points of one sample set in every trial of a stack, with the truth there where it is known. */
final class SampleTable {

    private final String name;
    private final double[][] points;
    private final double[] @Nullable [] truth;

    private SampleTable(String name, double[][] points, double[] @Nullable [] truth) {
        this.name = name;
        this.points = points;
        this.truth = truth;
    }

    /** The points that each trial's settings ask for. */
    static SampleTable of(SampleSet set, Problem problem, List<Trial> trials) {
        ProblemDeclaration declaration = problem.declaration();
        double[][] points = new double[trials.size()][];
        double[] @Nullable [] truth = new double[trials.size()][];
        for (int trial = 0; trial < trials.size(); trial++) {
            Settings settings = trials.get(trial).settings();
            points[trial] = SamplePoints.of(set, declaration, settings);
            truth[trial] = truthAt(problem, settings, points[trial]);
        }
        return new SampleTable(set.name(), points, truth);
    }

    String name() {
        return name;
    }

    /** The number of points of each trial. */
    int count() {
        return points[0].length;
    }

    SampleTable named(String other) {
        return new SampleTable(other, points, truth);
    }

    /** A part of the points, drawn anew for each trial without repetition; all of them where there are no more. */
    SampleTable drawn(int most, List<? extends RandomGenerator> randoms) {
        if (count() <= most) {
            return this;
        }
        double[][] some = new double[points.length][];
        double[] @Nullable [] truthThere = new double[points.length][];
        for (int trial = 0; trial < points.length; trial++) {
            int[] rows = draw(count(), most, randoms.get(trial));
            some[trial] = at(rows, points[trial]);
            double[] values = truth[trial];
            truthThere[trial] = values == null ? null : at(rows, values);
        }
        return new SampleTable(name, some, truthThere);
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

    /** The points, {@code [trials, points, 1]}. */
    Dual points(Tensors tensors) {
        return column(points, tensors);
    }

    /** The truth, {@code [trials, points, 1]}; null where there is none. */
    @Nullable
    Dual truth(Tensors tensors) {
        return truth[0] == null ? null : column(truth, tensors);
    }

    private static double @Nullable [] truthAt(Problem problem, Settings settings, double[] points) {
        String field = problem.declaration().fields().get(0);
        Truth truth = problem.truth(field, settings.under("problem"));
        return truth == null ? null : Arrays.stream(points).map(truth::at).toArray();
    }

    /** Rows of equal length as {@code [trials, points, 1]}. */
    private static Dual column(double[] @Nullable [] rows, Tensors tensors) {
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return Dual.constant(tensors.of(flat, rows.length, flat.length / rows.length, 1));
    }
}
