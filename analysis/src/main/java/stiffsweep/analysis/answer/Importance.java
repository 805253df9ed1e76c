package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.BinnedAnova;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Effect;
import stiffsweep.stats.GridAnova;
import stiffsweep.stats.Interval;

/**
 * What matters: how much of the variance of the logarithm of a metric between settings each setting explains, alone and in
 * pairs, with the scatter between seeds apart.
 */
public final class Importance {

    private static final List<String> MEASURES = List.of(
            "effect", "share", "lower", "upper", "interval", "best", "worst", "factor", "factor_lower", "factor_upper");

    private static final List<String> EFFECTS = List.of("setting", "value", "factor", "lower", "upper", "interval");

    /** A grid of which more than this part has no measurement is none. */
    private static final double MOST_GUESSED = 0.25;

    /** Fewer settings that were drawn tell nothing. */
    private static final int FEWEST_DRAWN = 20;

    /** A smaller share is written as zero. */
    private static final double NEGLIGIBLE = 5e-5;

    private final Question question;
    private final AskedTrials asked;
    private final List<String> sentences = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final List<List<@Nullable Object>> levels = new ArrayList<>();

    private Importance(Question question, AskedTrials asked) {
        this.question = question;
        this.asked = asked;
        asked.byGroup().forEach(this::add);
    }

    /**
     * The shares of each setting and pair, the largest first.
     *
     * @throws AnalysisException where a column is unknown, or the settings are neither a grid nor enough that were drawn
     */
    public static Answer shares(Results results, Question question) {
        Importance importance = new Importance(question, AskedTrials.of(results, question));
        return importance.answer(MEASURES, importance.rows, 1);
    }

    /**
     * What each value of each setting does: by which factor the metric is larger there than on average over the grid.
     *
     * @throws AnalysisException where a column is unknown, or the settings are no grid
     */
    public static Answer effects(Results results, Question question) {
        Importance importance = new Importance(question, AskedTrials.of(results, question));
        if (importance.levels.isEmpty()) {
            throw new AnalysisException(
                    "effects of single values need a grid, but got settings that were drawn: ask for their shares");
        }
        return importance.answer(EFFECTS, importance.levels, 2);
    }

    private Answer answer(List<String> measures, List<List<@Nullable Object>> cells, int keys) {
        List<String> columns = new ArrayList<>(question.by());
        columns.addAll(measures);
        return new Answer(sentences, new Table(columns, cells, question.by().size() + keys));
    }

    private void add(List<@Nullable Object> group, List<AskedTrial> trials) {
        List<MeasuredSetting> settings = MeasuredSetting.all(trials);
        SettingGrid grid = SettingGrid.of(
                asked.settings(),
                settings.stream().map(MeasuredSetting::setting).toList());
        String start = Words.group(question.by(), group);
        if (grid.axes().isEmpty()) {
            sentences.add(start + "one setting, so that nothing can matter.");
            return;
        }
        GridValues values = grid.isDrawn() ? new GridValues(List.of(), 0) : GridValues.of(grid, settings);
        boolean isGrid = !values.replicates().isEmpty()
                && values.guessed() <= MOST_GUESSED * grid.settingAt().size();
        if (isGrid) {
            addGrid(group, settings.size(), grid, values);
        } else {
            addDrawn(group, grid, settings);
        }
        grid.remarks().forEach(remark -> sentences.add("  " + remark));
        long lacking =
                trials.stream().filter(trial -> Double.isNaN(trial.logarithm())).count();
        if (lacking > 0) {
            sentences.add("  " + lacking + " of " + Words.count(trials.size(), "trial") + " without a measurement: "
                    + MeasuredSetting.flaws(trials) + ". How often settings fail is not what these shares are of.");
        }
    }

    private void addGrid(List<@Nullable Object> group, int settings, SettingGrid grid, GridValues values) {
        double[][] table = values.table();
        GridAnova anova = new GridAnova(grid.levels(), table, Bootstrap.STANDARD);
        List<Effect> effects = sorted(anova.effects());
        effects.forEach(effect -> rows.add(row(group, grid, effect, anova)));
        sentences.add(Words.group(question.by(), group) + first(grid, effects, settings) + range(grid, effects, anova));
        addRest(grid, effects);
        sentences.add("  " + noise(anova.noise(), anova.deviation(), table.length));
        if (values.guessed() > 0) {
            sentences.add("  " + Words.count(values.guessed(), "combination") + " of "
                    + grid.settingAt().size()
                    + " without enough measurements: what main effects and pairs of the others predict stands there.");
        }
        for (int axis = 0; axis < grid.axes().size(); axis++) {
            addLevels(group, grid.axes().get(axis), axis, anova);
        }
    }

    private void addDrawn(List<@Nullable Object> group, SettingGrid grid, List<MeasuredSetting> all) {
        int[] usable = IntStream.range(0, all.size())
                .filter(i -> all.get(i).hasLogarithms())
                .toArray();
        List<MeasuredSetting> settings = IntStream.of(usable).mapToObj(all::get).toList();
        if (settings.size() < FEWEST_DRAWN) {
            throw new AnalysisException(Words.group(question.by(), group)
                    + "shares need settings that are a grid of which three quarters are measured, or " + FEWEST_DRAWN
                    + " that were drawn, but got " + Words.count(settings.size(), "setting"));
        }
        double[][] places = grid.axes().stream()
                .map(axis -> IntStream.of(usable)
                        .mapToDouble(i -> axis.places().get(i))
                        .toArray())
                .toArray(double[][]::new);
        double[] means = settings.stream()
                .mapToDouble(setting -> mean(setting.logarithms()))
                .toArray();
        double noise = settings.stream()
                .map(MeasuredSetting::logarithms)
                .filter(logarithms -> logarithms.length > 1)
                .mapToDouble(logarithms -> variance(logarithms) / logarithms.length)
                .average()
                .orElse(0);
        BinnedAnova anova = new BinnedAnova(places, means, noise, Bootstrap.STANDARD);
        List<Effect> effects = sorted(anova.effects());
        effects.forEach(effect -> rows.add(row(group, grid, effect, null)));
        sentences.add(Words.group(question.by(), group) + first(grid, effects, settings.size()) + ".");
        addRest(grid, effects);
        sentences.add(
                "  Settings were drawn: shares are over bins of each axis, what varies within a bin is lost, and what"
                        + " no axis or pair explains is interactions of more, or within bins.");
        double deviation = Math.sqrt(settings.stream()
                .map(MeasuredSetting::logarithms)
                .filter(logarithms -> logarithms.length > 1)
                .mapToDouble(Importance::variance)
                .average()
                .orElse(Double.NaN));
        sentences.add("  "
                + noise(deviation, anova.deviation(), settings.get(0).trials().size()));
    }

    private static List<Effect> sorted(List<Effect> effects) {
        return effects.stream()
                .sorted(Comparator.comparingDouble(
                        (Effect effect) -> Double.isNaN(effect.share()) ? 1 : -effect.share()))
                .toList();
    }

    private static String name(SettingGrid grid, Effect effect) {
        return effect.axes().isEmpty()
                ? "three or more together"
                : String.join(
                        " x ",
                        effect.axes().stream()
                                .map(axis -> grid.axes().get(axis).name())
                                .toList());
    }

    private String first(SettingGrid grid, List<Effect> effects, int settings) {
        Effect first = effects.get(0);
        return Double.isNaN(first.share())
                ? question.metric() + " differs between the " + settings + " settings by no more than seeds scatter"
                : name(grid, first) + " matters most: it explains " + share(first) + " of the variance of log10 "
                        + question.metric() + " between " + settings + " settings";
    }

    /** From which value to which a single setting changes the metric most. */
    private String range(SettingGrid grid, List<Effect> effects, GridAnova anova) {
        Effect first = effects.get(0);
        if (Double.isNaN(first.share()) || first.axes().size() != 1) {
            return ".";
        }
        Range range = Range.of(anova, first.axes().get(0));
        List<@Nullable Object> values = grid.axes().get(first.axes().get(0)).values();
        return ". From " + Words.value(values.get(range.worst())) + " to " + Words.value(values.get(range.best()))
                + " the geometric mean of " + question.metric() + " over the grid falls by a factor of "
                + Words.number(range.factor()) + " (" + Words.interval(range.interval()) + ").";
    }

    /** The best and the worst value of an axis, and the factor between them. */
    private record Range(int best, int worst, double factor, Interval interval) {

        static Range of(GridAnova anova, int axis) {
            double[] effect = anova.effect(axis);
            int best = extreme(effect, 1);
            int worst = extreme(effect, -1);
            Interval logarithms = anova.difference(axis, worst, best);
            return new Range(
                    best, worst, Math.pow(10, effect[worst] - effect[best]), logarithms.map(Importance::power));
        }

        private static int extreme(double[] effect, int sign) {
            return IntStream.range(0, effect.length)
                    .boxed()
                    .min(Comparator.comparingDouble(level -> sign * effect[level]))
                    .orElse(0);
        }
    }

    private void addRest(SettingGrid grid, List<Effect> effects) {
        if (effects.size() > 1 && !Double.isNaN(effects.get(0).share())) {
            sentences.add("  Next come "
                    + String.join(
                            ", ",
                            effects.subList(1, Math.min(4, effects.size())).stream()
                                    .map(effect -> name(grid, effect) + " with " + share(effect))
                                    .toList())
                    + ".");
        }
    }

    private static String share(Effect effect) {
        Interval interval = effect.interval();
        return percent(effect.share()) + " % ("
                + (interval.known()
                        ? percent(interval.lower()) + " to " + percent(interval.upper()) + " %, " + interval.kind()
                        : "no interval")
                + ")";
    }

    private static String percent(double share) {
        return share < NEGLIGIBLE ? "0" : NumberText.rounded(100 * share, share < 0.1 ? 1 : 2);
    }

    private static String noise(double noise, double deviation, int replicates) {
        if (Double.isNaN(noise)) {
            return "One replicate: what is scatter between seeds is not told from effects.";
        }
        double part = noise * noise / (noise * noise + deviation * deviation);
        return "Seeds of one setting scatter by " + Words.number(noise) + " decades, a factor of "
                + Words.number(Math.pow(10, noise)) + " (standard deviation; " + percent(part) + " % of all variance, "
                + Words.count(replicates, "replicate") + ").";
    }

    private List<@Nullable Object> row(
            List<@Nullable Object> group, SettingGrid grid, Effect effect, @Nullable GridAnova anova) {
        List<@Nullable Object> row = new ArrayList<>(group);
        row.add(name(grid, effect));
        row.add(Words.cell(effect.share()));
        row.addAll(Words.cells(effect.interval()));
        if (anova == null || effect.axes().size() != 1) {
            row.addAll(Arrays.asList(null, null, null, null, null));
            return row;
        }
        Range range = Range.of(anova, effect.axes().get(0));
        List<@Nullable Object> values = grid.axes().get(effect.axes().get(0)).values();
        row.add(Words.value(values.get(range.best())));
        row.add(Words.value(values.get(range.worst())));
        row.add(range.factor());
        row.add(Words.cell(range.interval().lower()));
        row.add(Words.cell(range.interval().upper()));
        return row;
    }

    private void addLevels(List<@Nullable Object> group, SettingGrid.Axis axis, int index, GridAnova anova) {
        double[] effect = anova.effect(index);
        for (int level = 0; level < effect.length; level++) {
            List<@Nullable Object> row = new ArrayList<>(group);
            row.add(axis.name());
            row.add(Words.value(axis.values().get(level)));
            row.add(Math.pow(10, effect[level]));
            row.addAll(Words.cells(anova.interval(index, level).map(Importance::power)));
            levels.add(row);
        }
    }

    private static double power(double logarithm) {
        return Math.pow(10, logarithm);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
