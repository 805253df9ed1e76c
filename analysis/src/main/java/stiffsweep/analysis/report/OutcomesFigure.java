package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Heatmap;

/** How trials end over x and a second number that varies: a map of the error, and one of the share of success. */
final class OutcomesFigure {

    private static final int DIGITS = 4;

    private OutcomesFigure() {}

    /**
     * The methods that differ in one number alone.
     *
     * @param place the number's place among the values of a method
     * @param methods the methods
     */
    private record Slice(int place, Methods methods) {

        long values() {
            return methods.values(place).size();
        }
    }

    /** The maps; none where no second number varies beside x with all else alike, or both have two values. */
    static List<CaptionedFigure> of(Findings findings, String problem) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        long columns = trials.stream().map(ReportedTrial::x).distinct().count();
        Methods methods = Methods.of(trials);
        return findings.hasAbscissa(problem)
                ? slice(methods)
                        .filter(slice -> slice.values() * columns > 4)
                        .map(slice -> maps(trials, findings.policy().success(), methods, slice))
                        .stream()
                        .toList()
                : List.of();
    }

    /** Of the slices along one number those with the most values, and of these the best along the most important number. */
    private static Optional<Slice> slice(Methods methods) {
        List<Integer> all =
                IntStream.rangeClosed(0, methods.settings().size()).boxed().toList();
        List<Slice> slices = new ArrayList<>();
        for (int place : all) {
            boolean isNumber = place > 0 && methods.settings().get(place - 1).kind() == SettingColumn.Kind.NUMBER;
            List<Integer> others = all.stream().filter(other -> other != place).toList();
            if (isNumber) {
                methods.by(others).values().stream()
                        .filter(some -> some.values(place).size() > 1)
                        .forEach(some -> slices.add(new Slice(place, some)));
            }
        }
        return slices.stream()
                .max(Comparator.comparingLong(Slice::values)
                        .thenComparingDouble(slice -> methods.share(slice.place()))
                        .thenComparing(
                                slice ->
                                        Collections.min(slice.methods().scores().values()),
                                Comparator.reverseOrder()));
    }

    private static CaptionedFigure maps(List<ReportedTrial> trials, String success, Methods all, Slice slice) {
        Quality quality = Quality.of(trials);
        String problem = trials.get(0).problem();
        String x = trials.get(0).comparison().x();
        String y = all.name(slice.place());
        Set<String> shown = slice.methods().all().stream().map(Method::label).collect(Collectors.toSet());
        List<ReportedTrial> members =
                trials.stream().filter(trial -> shown.contains(trial.group())).toList();
        List<Double> columns =
                members.stream().map(ReportedTrial::x).distinct().sorted().toList();
        List<Double> rows = slice.methods().values(slice.place()).stream()
                .map(value -> number(value.get(0)))
                .toList();
        Map<List<Double>, TrialGroup> cells = TrialGroup.by(
                members, trial -> List.of(number(trial.method().values().get(slice.place())), trial.x()));
        Cells made = new Cells(quality, columns, rows, cells);
        Heatmap map = new Heatmap(
                problem + "-outcomes",
                problem + ": how trials end",
                FigureAxis.of(x, Declared.setting(problem, x), words(columns)),
                FigureAxis.of(y, Declared.setting(problem, y), words(rows)),
                IntStream.range(0, columns.size()).mapToObj(i -> (double) i).toList(),
                IntStream.range(0, rows.size()).mapToObj(i -> (double) i).toList(),
                quality == Quality.ERROR ? List.of(made.medians(), made.successes()) : List.of(made.medians()));
        return new CaptionedFigure(map, caption(quality, success, all, slice));
    }

    private static String caption(Quality quality, String success, Methods all, Slice slice) {
        List<Integer> others =
                all.telling().stream().filter(place -> place != slice.place()).toList();
        String fixed = others.isEmpty()
                ? ""
                : " Of " + all.size() + " methods those are shown with "
                        + all.labels(others)
                                .getOrDefault(slice.methods().all().get(0), "")
                                .replace('_', ' ')
                        + ".";
        return "The median " + quality.word()
                + " of each setting over its replicates, by colour and as a number; × says how many"
                + " of them did not complete, and where half or more did not there is no median and no colour."
                + (quality == Quality.ERROR
                        ? " Beside it the share of trials that succeed, which means " + success + "."
                        : "")
                + fixed;
    }

    private static List<String> words(List<Double> values) {
        int digits = NumberText.digits(values, DIGITS);
        return values.stream().map(value -> NumberText.rounded(value, digits)).toList();
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The trials at each place of the map, column by column. */
    private record Cells(
            Quality quality, List<Double> columns, List<Double> rows, Map<List<Double>, TrialGroup> groups) {

        private List<Optional<TrialGroup>> inOrder() {
            return columns.stream()
                    .flatMap(x -> rows.stream().map(y -> Optional.ofNullable(groups.get(List.of(y, x)))))
                    .toList();
        }

        Heatmap.Layer medians() {
            return new Heatmap.Layer(
                    "log10_median_" + quality.column(),
                    "log₁₀ of the median " + quality.word(),
                    0,
                    inOrder().stream()
                            .map(cell -> cell.map(group -> Math.log10(group.median(quality::value)))
                                    .orElse(Double.NaN))
                            .toList(),
                    inOrder().stream()
                            .map(cell -> cell.map(this::note).orElse(""))
                            .toList(),
                    List.of());
        }

        private String note(TrialGroup group) {
            int lost = group.size() - group.completed().size();
            double median = group.median(quality::value);
            String failures = lost == 0 ? "" : "× " + lost + " of " + group.size();
            return Double.isNaN(median)
                    ? failures
                    : NumberText.rounded(median, 2) + (failures.isEmpty() ? "" : " " + failures);
        }

        Heatmap.Layer successes() {
            return new Heatmap.Layer(
                    "share_of_success",
                    "share of success",
                    1,
                    inOrder().stream()
                            .map(cell -> cell.filter(group -> group.candidates() > 0)
                                    .map(group -> (double) group.successes() / group.candidates())
                                    .orElse(Double.NaN))
                            .toList(),
                    inOrder().stream()
                            .map(cell -> cell.map(group -> group.successes() + " of " + group.candidates())
                                    .orElse(""))
                            .toList(),
                    List.of(0.0, 1.0));
        }
    }
}
