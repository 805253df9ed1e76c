package stiffsweep.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Domain;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.ProblemDeclaration.SampleSet.Interval;
import stiffsweep.declare.Sampling;
import stiffsweep.declare.Spacing;
import stiffsweep.sampling.Points;
import stiffsweep.sampling.UnitCube;

/** A truth about a point: its window along each input that fields carry derivatives along. */
final class TruthPlace {

    /** The places of a set. */
    private static final int PLACES = 9;

    private static final long SEED = 1;

    private final Map<String, Double> at;
    private final List<TruthWindow> windows;
    private final double[] values;

    private TruthPlace(Map<String, Double> at, List<TruthWindow> windows, double[] values) {
        this.at = at;
        this.windows = windows;
        this.values = values;
    }

    /** Places in an interval or a box; none in other sets. */
    static List<TruthPlace> of(SampleSet set, ProblemDeclaration problem, Truth truth) {
        if (set instanceof Interval interval) {
            return onLine(interval, problem, truth);
        }
        return set instanceof SampleSet.Box ? inBox(problem, truth) : List.of();
    }

    /** Windows side by side, each about a point in the middle of its share, as the interval is spaced. */
    private static List<TruthPlace> onLine(Interval interval, ProblemDeclaration problem, Truth truth) {
        boolean isLog = interval.spacing().equals(Spacing.LOG.word());
        double[] shares = new double[PLACES];
        Arrays.setAll(shares, i -> (i + 0.5) / PLACES);
        Line line = new Line(interval.from(), interval.to(), isLog);
        return Arrays.stream(shares)
                .mapToObj(share -> of(Map.of(problem.input().name(), line), new double[] {share}, problem, truth))
                .toList();
    }

    private static List<TruthPlace> inBox(ProblemDeclaration problem, Truth truth) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Input input : problem.inputs()) {
            Domain domain = input.domain();
            if (domain != null && input.isSpread()) {
                lines.put(input.name(), new Line(domain.from(), domain.to(), domain.spacing() == Spacing.LOG));
            }
        }
        double[][] cube = UnitCube.points(Sampling.LATIN_HYPERCUBE, lines.size(), PLACES, SEED);
        List<TruthPlace> places = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            double[] shares = new double[lines.size()];
            for (int i = 0; i < shares.length; i++) {
                // Away from the ends by as much as a window reaches.
                shares[i] = (0.5 + (PLACES - 1) * cube[i][place]) / PLACES;
            }
            places.add(of(lines, shares, problem, truth));
        }
        return places;
    }

    private static TruthPlace of(Map<String, Line> lines, double[] shares, ProblemDeclaration problem, Truth truth) {
        Map<String, Double> at = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, Line> line : lines.entrySet()) {
            at.put(line.getKey(), line.getValue().at(shares[next++]));
        }
        List<TruthWindow> windows = new ArrayList<>();
        for (String input : problem.directions().inputs()) {
            Line line = lines.get(input);
            double share = shares[List.copyOf(lines.keySet()).indexOf(input)];
            if (line != null) {
                double widest = line.at(share) - line.at(share - 0.5 / PLACES);
                windows.add(TruthWindow.about(at.getOrDefault(input, 0.0), widest, through(at, input, truth)));
            }
        }
        double[] values = Arrays.stream(truth.at(points(at, 1)))
                .mapToDouble(field -> field[0])
                .toArray();
        return new TruthPlace(at, windows, values);
    }

    /** A truth on the line through a point along one input. */
    private static Truth through(Map<String, Double> at, String input, Truth truth) {
        return line -> {
            Map<String, double[]> columns =
                    new LinkedHashMap<>(points(at, line.count()).columns());
            columns.put(input, line.x());
            return truth.at(Points.of(columns));
        };
    }

    private static Points points(Map<String, Double> at, int count) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        at.forEach((input, place) -> {
            double[] column = new double[count];
            Arrays.fill(column, place);
            columns.put(input, column);
        });
        return Points.of(columns);
    }

    /** Where an input runs. */
    private record Line(double from, double to, boolean isLog) {
        double at(double share) {
            return isLog ? Math.exp(Math.log(from) + Math.log(to / from) * share) : from + (to - from) * share;
        }
    }

    double input(String name) {
        return at.getOrDefault(name, Double.NaN);
    }

    double value(int field) {
        return values[field];
    }

    /** The largest value about the point. */
    double size(int field) {
        return windows.stream().mapToDouble(window -> window.size(field)).max().orElse(Math.abs(values[field]));
    }

    /** The window along a direction. */
    TruthWindow along(int direction) {
        return windows.get(direction);
    }
}
