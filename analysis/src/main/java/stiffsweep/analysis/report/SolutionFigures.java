package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Picture;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.store.Column;
import stiffsweep.store.SolutionColumns;

/**
 * The solution of each method's median trial beside the truth, at one end of x: a figure for each field that depends on a
 * single input. Where nothing was trained, the baseline is the solution.
 */
final class SolutionFigures {

    /** Positive numbers that span more than this factor are shown by ratio. */
    private static final double LOGARITHMIC_FROM = 1000;

    /** Numbers that span more than this have decayed to nothing: no decades are worth a figure of them. */
    private static final double LOGARITHMIC_TO = 1e30;

    private static final String PROFILES = """
            select field, x, %s
            from (select * replace (%s as x) from solutions where trial_id = ?)
            where x is not null
            order by field, x
            """;

    private static final List<String> NUMBERS = Stream.of(
                    SolutionColumns.VALUE,
                    SolutionColumns.TRUTH,
                    SolutionColumns.BASELINE,
                    SolutionColumns.BASELINE_LOW,
                    SolutionColumns.BASELINE_HIGH)
            .map(Column::name)
            .toList();

    private static final int DIGITS = 4;

    private static final String BASELINE = "baseline";

    private static final String TRUTH = "truth";

    private SolutionFigures() {}

    static List<CaptionedFigure> of(DrawnMethods drawn, Extreme extreme, Results results) {
        Map<String, Map<String, List<Series>>> fields = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        Set<String> known = results.columns("solutions").keySet();
        String profiles = PROFILES.formatted(
                NUMBERS.stream().map(column -> Sql.numberOrNull(column, known)).collect(Collectors.joining(", ")),
                Inputs.of(results).single());
        Quality quality = Quality.of(extreme.trials());
        TrialGroup.by(extreme.trials(), ReportedTrial::group).forEach((group, ofMethod) -> {
            MedianTrial median = MedianTrial.of(ofMethod);
            if (median != null) {
                shown.add(drawn.label(group) + ": " + median.words());
                add(
                        fields,
                        drawn,
                        median.trial(),
                        results.query(profiles, median.trial().id()).rows());
            }
        });
        String caption = "Solution of the trial with the median " + quality.word()
                + " of each method, of two in the middle the worse";
        String trials =
                (shown.size() <= Facets.MOST ? " (" + String.join("; ", shown) + ")" : "") + "." + extreme.leftOut();
        List<CaptionedFigure> figures = new ArrayList<>();
        fields.forEach((field, byMethod) -> {
            List<Series> all = byMethod.values().stream().flatMap(List::stream).toList();
            figures.add(new CaptionedFigure(
                    figure(drawn, extreme, field, byMethod, all), caption + truth(quality, all) + trials + band(all)));
        });
        return figures;
    }

    private static String truth(Quality quality, List<Series> series) {
        if (quality == Quality.LOSS) {
            return "; no truth is known";
        }
        return series.stream()
                        .anyMatch(one ->
                                one.mark() == Mark.DASHES && !one.points().isEmpty())
                ? ", and the truth"
                : "";
    }

    private static String band(List<Series> series) {
        return series.stream().flatMap(one -> one.points().stream()).anyMatch(point -> !Double.isNaN(point.lower()))
                ? " The baseline's band is what comes out where its patches are joined earlier or later."
                : "";
    }

    private static void add(
            Map<String, Map<String, List<Series>>> fields,
            DrawnMethods drawn,
            ReportedTrial trial,
            List<List<@Nullable Object>> rows) {
        Map<String, List<PlotPoint>> values = points(rows, 2, row -> Double.NaN, row -> Double.NaN);
        Map<String, List<PlotPoint>> truths = points(rows, 3, row -> Double.NaN, row -> Double.NaN);
        Map<String, List<PlotPoint>> baselines = points(rows, 4, row -> number(row.get(5)), row -> number(row.get(6)));
        boolean isTrained = trial.isTrained();
        (isTrained ? values : baselines).forEach((field, points) -> {
            List<Series> series = beside(of(field, truths), isTrained ? of(field, baselines) : List.of());
            series.add(new Series(
                    drawn.label(trial.group()),
                    drawn.colour(trial.group()),
                    isTrained ? Mark.LINE : Mark.LINE_AND_BAND,
                    points));
            fields.computeIfAbsent(field, key -> new LinkedHashMap<>()).put(trial.group(), series);
        });
    }

    private static List<Series> beside(List<PlotPoint> truth, List<PlotPoint> baseline) {
        return new ArrayList<>(List.of(
                new Series(BASELINE, Series.INK, Mark.LINE_AND_BAND, baseline),
                new Series(TRUTH, Series.INK, Mark.DASHES, truth)));
    }

    private static List<PlotPoint> of(String field, Map<String, List<PlotPoint>> points) {
        return points.getOrDefault(field, List.of());
    }

    /** The points of each field that have a number in a column. */
    private static Map<String, List<PlotPoint>> points(
            List<List<@Nullable Object>> rows,
            int column,
            ToDoubleFunction<List<@Nullable Object>> lower,
            ToDoubleFunction<List<@Nullable Object>> upper) {
        Map<String, List<PlotPoint>> points = new TreeMap<>();
        for (List<@Nullable Object> row : rows) {
            double x = number(row.get(1));
            double y = number(row.get(column));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                points.computeIfAbsent(String.valueOf(row.get(0)), key -> new ArrayList<>())
                        .add(new PlotPoint(x, y, lower.applyAsDouble(row), upper.applyAsDouble(row), 1));
            }
        }
        return points;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }

    private static Picture figure(
            DrawnMethods drawn, Extreme extreme, String field, Map<String, List<Series>> byMethod, List<Series> all) {
        return drawn.picture(
                extreme.name() + "-solution-" + field.replace('/', '-'),
                extreme.title() + ": " + field,
                positions(extreme.problem(), all),
                new FigureAxis("value", field, scale(all, PlotPoint::y)),
                extreme.trials(),
                members -> series(members, byMethod));
    }

    /** The series of some trials' methods, and what stands beside all of them alike once, the truth last. */
    private static List<Series> series(List<ReportedTrial> members, Map<String, List<Series>> byMethod) {
        List<Series> series = new ArrayList<>();
        Map<String, TrialGroup> methods = TrialGroup.by(members, ReportedTrial::group);
        for (String label : List.of(BASELINE, TRUTH)) {
            series.addAll(inInk(label, methods, byMethod));
        }
        methods.keySet()
                .forEach(method -> byMethod.getOrDefault(method, List.of()).stream()
                        .filter(one ->
                                one.colour() != Series.INK && !one.points().isEmpty())
                        .forEach(series::add));
        series.sort(Comparator.comparing(one -> one.mark() == Mark.DASHES));
        return series;
    }

    /** What stands beside methods: once for all of them, or once for each problem where their parameters differ. */
    private static List<Series> inInk(
            String label, Map<String, TrialGroup> methods, Map<String, List<Series>> byMethod) {
        Map<String, Series> different = new LinkedHashMap<>();
        methods.forEach((method, trials) -> byMethod.getOrDefault(method, List.of()).stream()
                .filter(one -> one.colour() == Series.INK && one.label().equals(label))
                .filter(one -> !one.points().isEmpty())
                .forEach(one -> different.putIfAbsent(parameters(trials.first()), one)));
        List<Series> series = new ArrayList<>();
        different.forEach((parameters, one) -> series.add(new Series(
                different.size() == 1 ? label : label + ", " + parameters, one.colour(), one.mark(), one.points())));
        return series;
    }

    /** The parameters of the problem that a trial's method has of its own. */
    private static String parameters(ReportedTrial trial) {
        List<SettingColumn> settings = trial.comparison().methods();
        return IntStream.range(0, settings.size())
                .filter(i ->
                        Declared.isParameter(trial.problem(), settings.get(i).name()))
                .mapToObj(i -> settings.get(i).name().replace('_', ' ') + " = "
                        + text(trial.method().values().get(i + 1)))
                .collect(Collectors.joining(", "));
    }

    private static String text(@Nullable Object value) {
        return value instanceof Double number ? NumberText.rounded(number, DIGITS) : String.valueOf(value);
    }

    /** The axis of a problem's input. */
    static FigureAxis positions(String problem, List<Series> series) {
        return new FigureAxis("x", Declared.input(problem), scale(series, PlotPoint::x));
    }

    /** Logarithmic for positive numbers that span decades. */
    private static FigureAxis.Scale scale(List<Series> series, ToDoubleFunction<PlotPoint> coordinate) {
        double[] sorted = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(coordinate)
                .sorted()
                .toArray();
        return sorted.length == 0 ? FigureAxis.Scale.LINEAR : scale(sorted[0], sorted[sorted.length - 1]);
    }

    /** The scale of numbers from a least one to a largest one. */
    static FigureAxis.Scale scale(double least, double largest) {
        double span = least > 0 ? largest / least : 1;
        boolean decades = span > LOGARITHMIC_FROM && span < LOGARITHMIC_TO;
        return decades ? FigureAxis.Scale.LOGARITHMIC : FigureAxis.Scale.LINEAR;
    }
}
