package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.jet.Dual;
import stiffsweep.problem.KnownTruths;
import stiffsweep.problem.Problem;
import stiffsweep.sampling.Points;
import stiffsweep.sampling.SamplePoints;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/** The points of one sample set in every trial of a stack, with the truth there where it is known and asked for. */
final class SampleTable {

    private final String name;
    private final List<Points> points;
    private final Supplier<double @Nullable [][][]> truths;
    private final boolean isOfOneStep;

    /**
     * A table.
     *
     * @param name the set, or the loss term that is taken on it
     * @param points the points of each trial, equally many
     * @param truths {@code [trials][fields][points]}; null where the problem has no truth
     * @param isOfOneStep whether its tensors are made and used in the scope of one step, and not kept beyond it
     */
    private SampleTable(
            String name, List<Points> points, Supplier<double @Nullable [][][]> truths, boolean isOfOneStep) {
        this.name = name;
        this.points = points;
        this.truths = truths;
        this.isOfOneStep = isOfOneStep;
    }

    String name() {
        return name;
    }

    /** The points that each trial's settings ask for and that stay as they are. */
    static SampleTable of(SampleSet set, Problem problem, List<Trial> trials) {
        return of(set, problem, trials, points -> points.of(set));
    }

    /** The points that each trial's settings ask for at an epoch. */
    static SampleTable of(SampleSet set, Problem problem, List<Trial> trials, int epoch) {
        return of(set, problem, trials, points -> points.of(set, epoch));
    }

    private static SampleTable of(
            SampleSet set, Problem problem, List<Trial> trials, Function<SamplePoints, Points> choice) {
        List<Points> points = trials.stream()
                .map(trial -> new SamplePoints(problem.declaration(), trial.settings(), trial::seedFor))
                .map(choice)
                .toList();
        return new SampleTable(set.name(), points, () -> truths(problem, trials, points), false);
    }

    /** Points of one's own, in one step, whose truth nobody asks for. */
    static SampleTable at(List<Points> points) {
        return new SampleTable("points", points, () -> null, true);
    }

    private static double @Nullable [][][] truths(Problem problem, List<Trial> trials, List<Points> points) {
        double[][][] truths = new double[trials.size()][][];
        for (int trial = 0; trial < trials.size(); trial++) {
            double[][] truth =
                    KnownTruths.truth(problem, trials.get(trial).settings().under("problem"), points.get(trial));
            if (truth == null) {
                return null;
            }
            truths[trial] = truth;
        }
        return truths;
    }

    /** The number of points of each trial. */
    int count() {
        return points.get(0).count();
    }

    SampleTable named(String other) {
        return new SampleTable(other, points, truths, isOfOneStep);
    }

    /** The points of some of the trials. */
    SampleTable only(List<Integer> slots) {
        return new SampleTable(
                name,
                slots.stream().map(points::get).toList(),
                () -> {
                    double[][][] all = truths.get();
                    return all == null
                            ? null
                            : slots.stream().map(slot -> all[slot]).toArray(double[][][]::new);
                },
                isOfOneStep);
    }

    /** A part of the points, drawn anew for each trial without repetition; all of them where there are no more. */
    SampleTable drawn(int most, List<? extends RandomGenerator> randoms) {
        if (count() <= most) {
            return this;
        }
        List<int[]> rows =
                randoms.stream().map(random -> draw(count(), most, random)).toList();
        List<Points> some = IntStream.range(0, rows.size())
                .mapToObj(trial -> points.get(trial).only(rows.get(trial)))
                .toList();
        return new SampleTable(
                name,
                some,
                () -> {
                    double[][][] all = truths.get();
                    return all == null
                            ? null
                            : IntStream.range(0, rows.size())
                                    .mapToObj(trial -> Arrays.stream(all[trial])
                                            .map(field -> at(rows.get(trial), field))
                                            .toArray(double[][]::new))
                                    .toArray(double[][][]::new);
                },
                true);
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
    Points points(int trial) {
        return points.get(trial);
    }

    /** The column of an input, {@code [trials][points]}. */
    double[][] rows(String input) {
        return points.stream().map(ofTrial -> ofTrial.of(input)).toArray(double[][]::new);
    }

    /** The points by input, {@code [trials, points, 1]} each. */
    Map<String, Dual> inputs(Tensors tensors) {
        Map<String, Dual> inputs = new LinkedHashMap<>();
        points.get(0).inputs().forEach(input -> inputs.put(input, column(rows(input), tensors::of)));
        return inputs;
    }

    /** The truth by field, {@code [trials, points, 1]} each; null where there is none. */
    @Nullable
    Map<String, Dual> truths(List<String> fields, Tensors tensors) {
        double[][][] known = truths.get();
        if (known == null) {
            return null;
        }
        Map<String, Dual> columns = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            int field = i;
            double[][] rows = Arrays.stream(known).map(trial -> trial[field]).toArray(double[][]::new);
            // They are asked for late, in a step, and those of all points are asked for in later ones too.
            columns.put(fields.get(field), column(rows, isOfOneStep ? tensors::of : tensors::lasting));
        }
        return columns;
    }

    /** Rows of equal length as {@code [trials, points, 1]}. */
    private static Dual column(double[][] rows, Maker maker) {
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return Dual.constant(maker.of(flat, rows.length, flat.length / rows.length, 1));
    }

    /** Makes a tensor of numbers in row-major order. */
    @FunctionalInterface
    private interface Maker {
        NDArray of(double[] values, long... shape);
    }
}
