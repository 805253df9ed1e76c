package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
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

    /**
     * The map along the most telling number, and one along each other loss weight; none where no second number varies beside x
     * with all else alike, or both have two values.
     */
    static List<CaptionedFigure> of(Findings findings, String problem) {
        if (!findings.hasAbscissa(problem)) {
            return List.of();
        }
        List<ReportedTrial> trials = findings.ofProblem(problem);
        long columns = trials.stream().map(ReportedTrial::x).distinct().count();
        Methods methods = Methods.of(trials);
        List<Slice> slices = slices(methods).stream()
                .filter(slice -> slice.values() * columns > 4)
                .toList();
        List<CaptionedFigure> maps = new ArrayList<>();
        slices.stream().max(byInterest(methods)).ifPresent(most -> {
            String success = findings.policy().success();
            maps.add(maps(trials, success, methods, most, ""));
            alongWeights(problem, methods, slices).forEach((place, slice) -> {
                if (place != most.place()) {
                    String suffix = "-" + methods.name(place).replace('_', '-');
                    maps.add(maps(trials, success, methods, slice, suffix));
                }
            });
        });
        return maps;
    }

    /** The best slice along each loss weight, by its place. */
    private static Map<Integer, Slice> alongWeights(String problem, Methods methods, List<Slice> slices) {
        return slices.stream()
                .filter(slice -> Declared.isLossWeight(problem, methods.name(slice.place())))
                .collect(Collectors.toMap(
                        Slice::place, slice -> slice, BinaryOperator.maxBy(byInterest(methods)), TreeMap::new));
    }

    /** Most values first, then the most important number, then the best methods. */
    private static Comparator<Slice> byInterest(Methods methods) {
        return Comparator.comparingLong(Slice::values)
                .thenComparingDouble(slice -> methods.share(slice.place()))
                .thenComparing(slice -> Collections.min(slice.methods().scores().values()), Comparator.reverseOrder());
    }

    /** All slices along all numbers. */
    private static List<Slice> slices(Methods methods) {
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
        return slices;
    }

    private static CaptionedFigure maps(
            List<ReportedTrial> trials, String success, Methods all, Slice slice, String suffix) {
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
                problem + "-outcomes" + suffix,
                problem + ": how trials end" + (fixed(all, slice).isEmpty() ? "" : ", " + fixed(all, slice)),
                FigureAxis.of(x, Declared.setting(problem, x), words(columns)),
                FigureAxis.of(y, Declared.setting(problem, y), words(rows)),
                IntStream.range(0, columns.size()).mapToObj(i -> (double) i).toList(),
                IntStream.range(0, rows.size()).mapToObj(i -> (double) i).toList(),
                quality == Quality.ERROR ? List.of(made.medians(), made.successes()) : List.of(made.medians()));
        return new CaptionedFigure(map, caption(quality, success, all, slice, members));
    }

    private static String caption(
            Quality quality, String success, Methods all, Slice slice, List<ReportedTrial> shown) {
        String fixed = fixed(all, slice);
        String which = fixed.isEmpty() ? "" : " Of " + all.size() + " methods those are shown with " + fixed + ".";
        long lost = shown.stream().filter(trial -> !trial.isCompleted()).count();
        String numbers = slice.values() > Heatmap.MOST_NOTED_ROWS
                ? " of each setting over its replicates, by colour; the CSV has the numbers. " + lost + " of "
                        + shown.size()
                        + " trials did not complete, and where half or more of a setting did not there is no median and no colour."
                : " of each setting over its replicates, by colour and as a number; × says how many of them did not complete,"
                        + " and where half or more did not there is no median and no colour.";
        return "The median " + quality.word() + numbers
                + " The best of each column here is outlined."
                + (quality == Quality.ERROR
                        ? " Beside it the share of trials that succeed, which means " + success + "."
                        : "")
                + which;
    }

    /** What all methods of a slice have and others have not, in words. */
    private static String fixed(Methods all, Slice slice) {
        List<Integer> others =
                all.telling().stream().filter(place -> place != slice.place()).toList();
        return others.isEmpty()
                ? ""
                : all.labels(others)
                        .getOrDefault(slice.methods().all().get(0), "")
                        .replace('_', ' ');
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
                    "median " + quality.word() + ", colours by log₁₀",
                    0,
                    inOrder().stream()
                            .map(cell -> cell.map(group -> Math.log10(group.median(quality::value)))
                                    .orElse(Double.NaN))
                            .toList(),
                    inOrder().stream()
                            .map(cell -> cell.map(this::note).orElse(""))
                            .toList(),
                    best(),
                    List.of());
        }

        /** Whether each place has the smallest median of its column. */
        private List<Boolean> best() {
            return columns.stream()
                    .flatMap(x -> {
                        double[] medians = rows.stream()
                                .map(y -> Optional.ofNullable(groups.get(List.of(y, x))))
                                .mapToDouble(cell -> cell.map(group -> group.median(quality::value))
                                        .orElse(Double.NaN))
                                .toArray();
                        double least = Arrays.stream(medians)
                                .filter(Double::isFinite)
                                .min()
                                .orElse(Double.NaN);
                        return Arrays.stream(medians).mapToObj(median -> median == least);
                    })
                    .toList();
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
                    List.of(),
                    List.of(0.0, 1.0));
        }
    }
}
