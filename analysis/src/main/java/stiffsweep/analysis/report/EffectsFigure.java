package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.answer.Importance;
import stiffsweep.analysis.answer.Question;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Panels;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;

/**
 * What each value of each setting does to the error of a problem, over all others: a panel for each setting, the one that
 * matters most first.
 */
final class EffectsFigure {

    /** At so many values of x effects are shown at each; where x has more, it is one of the settings. */
    private static final int MOST_GROUPS = 4;

    /** Factors that span less are told apart better on a linear axis. */
    private static final double LOGARITHMIC_FROM = 20;

    private static final int MOST_COLUMNS = 3;

    private static final int DIGITS = 4;

    /** How far series stand apart, in words of an axis. */
    private static final double APART = 0.14;

    private EffectsFigure() {}

    /** A factor at a value of a setting, in a group of trials that agree in x; the group is empty where it is all. */
    private record Effect(String group, String setting, String value, double factor, double lower, double upper) {}

    /** The figure; none where fewer than two settings vary beside x, or settings were drawn and are no grid. */
    static List<CaptionedFigure> of(Findings findings, String problem, Results results) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        Quality quality = Quality.of(trials);
        String x = trials.get(0).comparison().x();
        long values = trials.stream().map(ReportedTrial::x).distinct().count();
        List<String> by = x.isEmpty() || values > MOST_GROUPS ? List.of() : List.of(x);
        Map<String, List<Effect>> settings = new LinkedHashMap<>();
        effects(quality, by, problem, results)
                .forEach(effect -> settings.computeIfAbsent(effect.setting(), key -> new ArrayList<>())
                        .add(effect));
        return settings.size() < 2 ? List.of() : List.of(figure(problem, quality, by, settings));
    }

    private static List<Effect> effects(Quality quality, List<String> by, String problem, Results results) {
        Question question = new Question(quality.column(), by, "problem = " + Sql.literal(problem));
        try {
            return Importance.effects(results, question).table().rows().stream()
                    .map(row -> effect(row, by))
                    .toList();
        } catch (AnalysisException e) {
            // Settings that were drawn have no such effects, nor have those of which too few were measured.
            return List.of();
        }
    }

    private static Effect effect(List<@Nullable Object> row, List<String> by) {
        int at = by.size();
        String group = by.isEmpty() ? "" : by.get(0).replace('_', ' ') + " = " + text(row.get(0));
        return new Effect(
                group,
                String.valueOf(row.get(at)),
                text(row.get(at + 1)),
                number(row.get(at + 2)),
                number(row.get(at + 3)),
                number(row.get(at + 4)));
    }

    private static String text(@Nullable Object value) {
        return value instanceof Double number ? NumberText.rounded(number, DIGITS) : String.valueOf(value);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }

    private static CaptionedFigure figure(
            String problem, Quality quality, List<String> by, Map<String, List<Effect>> settings) {
        List<String> groups = settings.values().stream()
                .flatMap(List::stream)
                .map(Effect::group)
                .distinct()
                .toList();
        FigureAxis factor = new FigureAxis("factor", "factor on the " + quality.word(), scale(settings));
        List<Figure> panels = settings.entrySet().stream()
                .sorted(Comparator.comparingDouble(setting -> -spread(setting.getValue())))
                .map(setting -> panel(problem, setting.getKey(), setting.getValue(), groups, factor))
                .toList();
        int columns = panels.size() == 4 ? 2 : Math.min(panels.size(), MOST_COLUMNS);
        String at = by.isEmpty() ? "" : " at each " + by.get(0).replace('_', ' ');
        return new CaptionedFigure(
                new Panels(
                        problem + "-effects",
                        problem + ": what each setting does to the " + quality.word(),
                        columns,
                        panels),
                "Main effects: by which factor the " + quality.word() + " (" + quality.column()
                        + ") of a value of a setting lies above the geometric mean over the grid" + at
                        + ", all other settings averaged. The setting whose values differ most comes first. Bars are 95 %"
                        + " bootstrap intervals over replicates, or below five replicates the range over pairs of them;"
                        + " dashed is no effect. ./sweep importance has the shares, and what settings do in pairs.");
    }

    private static FigureAxis.Scale scale(Map<String, List<Effect>> settings) {
        double[] shown = settings.values().stream()
                .flatMap(List::stream)
                .flatMap(effect -> Stream.of(effect.factor(), effect.lower(), effect.upper()))
                .mapToDouble(Double::doubleValue)
                .filter(value -> value > 0)
                .sorted()
                .toArray();
        return shown.length > 0 && shown[shown.length - 1] > LOGARITHMIC_FROM * shown[0]
                ? FigureAxis.Scale.LOGARITHMIC
                : FigureAxis.Scale.LINEAR;
    }

    /** Numbers with as many digits as tell them apart, and words as they are. */
    private static List<String> rounded(List<String> values) {
        try {
            List<Double> numbers = values.stream().map(Double::valueOf).toList();
            int digits = NumberText.digits(numbers, DIGITS - 1);
            return numbers.stream()
                    .map(number -> NumberText.rounded(number, digits))
                    .toList();
        } catch (NumberFormatException e) {
            return values;
        }
    }

    /** The mean square of the logarithms of a setting's factors. */
    private static double spread(List<Effect> effects) {
        return effects.stream()
                .mapToDouble(effect -> Math.log(effect.factor()) * Math.log(effect.factor()))
                .average()
                .orElse(0);
    }

    private static Figure panel(
            String problem, String setting, List<Effect> effects, List<String> groups, FigureAxis factor) {
        List<String> values = effects.stream().map(Effect::value).distinct().toList();
        List<String> words = rounded(values);
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                "no effect",
                Series.INK,
                Mark.LEVEL,
                List.of(PlotPoint.of(0, 1, 0), PlotPoint.of(values.size() - 1.0, 1, 0))));
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            double aside = APART * (i - (groups.size() - 1) / 2.0);
            List<PlotPoint> points = effects.stream()
                    .filter(effect -> effect.group().equals(group))
                    .map(effect -> new PlotPoint(
                            values.indexOf(effect.value()) + aside, effect.factor(), effect.lower(), effect.upper(), 0))
                    .toList();
            series.add(new Series(group.isEmpty() ? "all trials" : group, i, Mark.DOTS_AND_BARS, points));
        }
        String label = setting.contains(" ") ? setting.replace('_', ' ') : Declared.setting(problem, setting);
        return new Figure(
                problem + "-effects-" + setting.replaceAll("[^A-Za-z0-9]+", "-"),
                label,
                FigureAxis.of("value", "", words),
                factor,
                series);
    }
}
