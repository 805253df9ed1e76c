package stiffsweep.sampling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Sampling;
import stiffsweep.declare.Settings;
import stiffsweep.declare.Spacing;

/** The points of a problem's sample sets, as the settings of a trial ask. */
public final class SamplePoints {

    private final ProblemDeclaration declaration;
    private final Settings settings;
    private final ToLongFunction<String> seeds;

    /**
     * The points of a trial.
     *
     * @param settings all settings of the trial
     * @param seeds the trial's seed for each purpose
     */
    public SamplePoints(ProblemDeclaration declaration, Settings settings, ToLongFunction<String> seeds) {
        this.declaration = declaration;
        this.settings = settings;
        this.seeds = seeds;
    }

    /** The points of a set that stay as they are: of one that is drawn anew, the validation points. On a line they ascend. */
    public Points of(SampleSet set) {
        return settings.redraw(set.name()) == 0
                ? of(set, new Draw("count", "points " + set.name()))
                : of(set, new Draw("validation", "validation " + set.name()));
    }

    /** The points of a set at an epoch: of one that is drawn anew, those of the latest draw. */
    public Points of(SampleSet set, int epoch) {
        int redraw = settings.redraw(set.name());
        return redraw == 0 ? of(set) : of(set, new Draw("count", "points " + set.name() + " " + epoch / redraw));
    }

    /**
     * Points that are drawn.
     *
     * @param count which setting of the set says how many
     * @param purpose what the seed is for
     */
    private record Draw(String count, String purpose) {}

    private Points of(SampleSet set, Draw draw) {
        if (set instanceof SampleSet.Box) {
            return spread(set, spreadInputs(), draw);
        }
        if (set instanceof SampleSet.Face face) {
            return face(face, draw);
        }
        if (set instanceof SampleSet.Grid grid) {
            return grid(grid);
        }
        return Points.onLine(declaration.input().name(), onLine(set));
    }

    /** So many points between each two of an interval, spaced as they are; ascending. */
    public Points between(SampleSet.Interval set, int each) {
        int gaps = settings.count("points." + set.name() + ".count") - 1;
        double[] line = onLine(set.name(), Math.addExact(Math.multiplyExact(gaps, each + 1), 1));
        int[] inside =
                IntStream.range(0, line.length).filter(i -> i % (each + 1) != 0).toArray();
        return Points.onLine(declaration.input().name(), line).only(inside);
    }

    private double[] onLine(SampleSet set) {
        if (set instanceof SampleSet.StartOf start) {
            return new double[] {onLine(declaration.sampleSet(start.interval()))[0]};
        }
        if (set instanceof SampleSet.EndOf end) {
            double[] interval = onLine(declaration.sampleSet(end.interval()));
            return new double[] {interval[interval.length - 1]};
        }
        return onLine(set.name(), settings.count("points." + set.name() + ".count"));
    }

    private double[] onLine(String set, int count) {
        Settings interval = settings.under("points." + set);
        double from = interval.number("from");
        double to = interval.number("to");
        return interval.word("spacing").equals(Spacing.LOG.word())
                ? logSpaced(from, to, count)
                : equallySpaced(from, to, count);
    }

    /** Points spread over some inputs, as {@code points.<set>} says. */
    private Points spread(SampleSet set, List<Input> over, Draw draw) {
        Settings own = settings.under("points." + set.name());
        double[][] cube = UnitCube.points(
                own.choice("sampling", Sampling.class),
                over.size(),
                own.count(draw.count),
                seeds.applyAsLong(draw.purpose));
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int i = 0; i < over.size(); i++) {
            Extent extent = extent(over.get(i).name());
            double[] column = cube[i];
            for (int point = 0; point < column.length; point++) {
                column[point] = extent.at(column[point]);
            }
            columns.put(over.get(i).name(), column);
        }
        return Points.of(columns);
    }

    private Points face(SampleSet.Face face, Draw draw) {
        List<Input> free = spreadInputs().stream()
                .filter(input -> !input.name().equals(face.input()))
                .toList();
        int count = settings.count("points." + face.name() + "." + draw.count);
        Map<String, double[]> columns = new LinkedHashMap<>();
        Map<String, double[]> spread =
                free.isEmpty() ? Map.of() : spread(face, free, draw).columns();
        for (Input input : spreadInputs()) {
            double[] column = spread.get(input.name());
            if (column == null) {
                Extent extent = extent(input.name());
                column = new double[count];
                Arrays.fill(column, face.end() == SampleSet.End.START ? extent.from : extent.to);
            }
            columns.put(input.name(), column);
        }
        return Points.of(columns);
    }

    private Points grid(SampleSet.Grid grid) {
        Settings own = settings.under("points." + grid.name());
        List<Input> inputs = spreadInputs();
        int all = inputs.stream().mapToInt(input -> own.count(input.name())).reduce(1, Math::multiplyExact);
        Map<String, double[]> columns = new LinkedHashMap<>();
        int stride = all;
        for (Input input : inputs) {
            int count = own.count(input.name());
            stride /= count;
            double[] line = extent(input.name()).line(count);
            double[] column = new double[all];
            for (int i = 0; i < all; i++) {
                column[i] = line[i / stride % count];
            }
            columns.put(input.name(), column);
        }
        return Points.of(columns);
    }

    private List<Input> spreadInputs() {
        return declaration.inputs().stream().filter(Input::isSpread).toList();
    }

    private Extent extent(String input) {
        Settings domain = settings.under("domain." + input);
        return new Extent(
                domain.number("from"),
                domain.number("to"),
                domain.word("spacing").equals(Spacing.LOG.word()));
    }

    /** Where an input runs. */
    private record Extent(double from, double to, boolean isLog) {

        /** The place at a share of the way. */
        double at(double share) {
            double place = isLog
                    ? StrictMath.exp(Math.log(from) + (StrictMath.log(to) - StrictMath.log(from)) * share)
                    : from + (to - from) * share;
            return Math.min(Math.max(place, from), to);
        }

        double[] line(int count) {
            return isLog ? logSpaced(from, to, count) : equallySpaced(from, to, count);
        }
    }

    private static double[] logSpaced(double from, double to, int count) {
        double[] points = equallySpaced(StrictMath.log(from), StrictMath.log(to), count);
        for (int i = 0; i < count; i++) {
            points[i] = StrictMath.exp(points[i]);
        }
        points[0] = from;
        points[count - 1] = to;
        return points;
    }

    private static double[] equallySpaced(double from, double to, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = from + (to - from) * i / (count - 1);
        }
        points[count - 1] = to;
        return points;
    }
}
