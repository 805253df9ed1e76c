package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.KaplanMeier;
import stiffsweep.stats.KaplanMeier.Span;
import stiffsweep.stats.Quantile;

/**
 * What accuracy costs: the epochs and seconds until a training's error falls below a number, and which settings have no other
 * that is both cheaper and better.
 *
 * <p>A training that ended before its error was reached is kept as such: it would have taken longer. One that diverged never
 * reaches it. Times are as fine as the curves are.
 */
public final class Cost {

    private static final List<String> MEASURES = List.of(
            "trials",
            "reached",
            "diverged",
            "median_epochs",
            "epochs_lower",
            "epochs_upper",
            "median_seconds",
            "seconds_lower",
            "seconds_upper",
            "interval",
            "total_seconds",
            "final_metric",
            "front");

    private final Question question;
    private final double reach;
    private final AskedTrials asked;
    private final int[] columns;
    private final ReachTimes times;

    private Cost(Results results, Question question, double reach) {
        this.question = question;
        this.reach = reach;
        asked = AskedTrials.of(results, question);
        columns = asked.naming(question);
        times = ReachTimes.of(results, question.metric(), reach);
    }

    /**
     * The cost of each setting, the cheapest first.
     *
     * @param reach what the metric has to fall to
     * @throws AnalysisException where a column is unknown, or the metric is none of {@code curves}
     */
    public static Answer of(Results results, Question question, double reach) {
        return new Cost(results, question, reach).answer();
    }

    /** A setting with what it costs. */
    private record Priced(MeasuredSetting setting, List<Span> epochs, List<Span> seconds, double total, double error) {

        double medianEpochs() {
            return KaplanMeier.median(epochs);
        }

        double medianSeconds() {
            return KaplanMeier.median(seconds);
        }

        long reached() {
            return epochs.stream().filter(Span::isReached).count();
        }

        boolean isWorseThan(Priced other) {
            return other.total <= total && other.error <= error && (other.total < total || other.error < error);
        }
    }

    private Answer answer() {
        List<String> sentences = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        asked.byGroup().forEach((group, trials) -> {
            List<Priced> priced = MeasuredSetting.all(trials).stream()
                    .map(this::priced)
                    .sorted(Comparator.comparingDouble(Priced::medianEpochs)
                            .thenComparing(Priced::reached, Comparator.reverseOrder()))
                    .toList();
            List<Priced> front = priced.stream()
                    .filter(one -> one.setting().hasMedian() && priced.stream().noneMatch(one::isWorseThan))
                    .sorted(Comparator.comparingDouble(Priced::total))
                    .toList();
            sentences.add(Words.group(question.by(), group) + first(priced));
            sentences.add("  " + front(front));
            priced.forEach(one -> rows.add(row(group, one, front.contains(one))));
        });
        List<String> names = new ArrayList<>(question.by());
        names.addAll(named());
        names.addAll(MEASURES);
        return new Answer(sentences, new Table(names, rows, question.by().size() + columns.length));
    }

    private Priced priced(MeasuredSetting setting) {
        double[] totals = setting.measured().stream()
                .mapToDouble(times::total)
                .filter(took -> !Double.isNaN(took))
                .toArray();
        return new Priced(
                setting,
                setting.trials().stream().map(times::epochs).toList(),
                setting.trials().stream().map(times::seconds).toList(),
                Quantile.median(totals),
                setting.hasMedian() ? setting.median() : Double.NaN);
    }

    private List<String> named() {
        return IntStream.of(columns).mapToObj(asked.settings()::get).toList();
    }

    private List<@Nullable Object> values(Priced one) {
        List<@Nullable Object> values = new ArrayList<>();
        IntStream.of(columns).forEach(i -> values.add(one.setting().setting().get(i)));
        return values;
    }

    private String name(Priced one) {
        return columns.length == 0 ? "the only setting" : Words.setting(named(), values(one));
    }

    private String first(List<Priced> priced) {
        String goal = question.metric() + " <= " + Words.number(reach);
        long often = priced.stream()
                .filter(one -> Double.isFinite(one.medianEpochs()))
                .count();
        Priced first = priced.get(0);
        if (often == 0) {
            long some = priced.stream().mapToLong(Priced::reached).sum();
            return "no setting reaches " + goal + " in half of its trials; " + Words.count(some, "trial") + " did.";
        }
        return name(first) + " reaches " + goal + " first: in " + Words.number(first.medianEpochs()) + " epochs ("
                + Words.interval(KaplanMeier.interval(first.epochs(), Bootstrap.STANDARD)) + ") and "
                + Words.number(first.medianSeconds()) + " s, medians of "
                + Words.count(first.epochs().size(), "trial")
                + ", of which " + first.reached() + " reached it. " + often + " of "
                + Words.count(priced.size(), "setting") + " have such a median.";
    }

    private String front(List<Priced> front) {
        return front.isEmpty()
                ? "No setting has a median " + question.metric() + "."
                : "No other setting is both cheaper and better than: "
                        + String.join(
                                "; ",
                                front.stream()
                                        .map(one -> name(one) + " (" + Words.number(one.total()) + " s, "
                                                + question.metric() + " " + Words.number(one.error()) + ")")
                                        .toList())
                        + ".";
    }

    private List<@Nullable Object> row(List<@Nullable Object> group, Priced one, boolean isOnFront) {
        Interval inEpochs = KaplanMeier.interval(one.epochs(), Bootstrap.STANDARD);
        Interval inSeconds = KaplanMeier.interval(one.seconds(), Bootstrap.STANDARD);
        List<@Nullable Object> row = new ArrayList<>(group);
        row.addAll(values(one));
        row.add((long) one.epochs().size());
        row.add(one.reached());
        row.add(one.setting().trials().stream()
                .filter(trial -> trial.outcome().equals("DIVERGED"))
                .count());
        row.add(one.medianEpochs());
        row.addAll(Words.cells(inEpochs).subList(0, 2));
        row.add(Words.cell(one.medianSeconds()));
        row.addAll(Words.cells(inSeconds));
        row.add(Words.cell(one.total()));
        row.add(Words.cell(one.error()));
        row.add(isOnFront ? "yes" : "");
        return row;
    }
}
