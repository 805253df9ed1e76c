package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.Quantile;
import stiffsweep.stats.Wilson;

/** What is best: settings by their median over replicates, and which of them cannot be told from the first. */
public final class BestSettings {

    private static final List<String> MEASURES = List.of(
            "measured",
            "trials",
            "failures",
            "success_rate",
            "success_lower",
            "success_upper",
            "best_share",
            "ratio_to_first",
            "ratio_lower",
            "ratio_upper",
            "ratio_interval",
            "told_from_first");

    /** As many settings are named in a sentence. */
    private static final int NAMED = 3;

    private static final String ALIKE = "no";

    private static final String TOO_FEW = "too few replicates";

    private final Question question;
    private final AskedTrials asked;
    private final int[] columns;
    private final String success;
    private final Set<String> succeeded = new HashSet<>();

    private BestSettings(Results results, Question question, String success) {
        this.question = question;
        this.success = success;
        asked = AskedTrials.of(results, question);
        if (!success.isEmpty()) {
            results.query("select trial_id from (from trials where " + success + "\n) where outcome = 'COMPLETED'")
                    .rows()
                    .forEach(row -> succeeded.add(String.valueOf(row.get(0))));
        }
        columns = asked.naming(question);
    }

    /**
     * The best settings of each group.
     *
     * @param success an SQL condition that a trial has to meet, completed, to be a success; empty where none is asked for
     * @param top how many of them the table has
     * @throws AnalysisException where a column is unknown, or no setting has a median
     */
    public static Answer of(Results results, Question question, String success, int top) {
        return new BestSettings(results, question, success).answer(top);
    }

    private Answer answer(int top) {
        List<String> sentences = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        asked.byGroup().forEach((group, trials) -> {
            List<MeasuredSetting> ranked = MeasuredSetting.ranked(trials);
            int all = MeasuredSetting.all(trials).size();
            if (ranked.isEmpty()) {
                sentences.add(Words.group(question.by(), group) + without(all) + ".");
                return;
            }
            double[] shares = shares(ranked);
            List<Difference> differences = ranked.stream()
                    .map(setting -> setting.against(ranked.get(0)))
                    .toList();
            sentences.add(Words.group(question.by(), group) + best(ranked, all, shares[0]));
            if (ranked.size() > 1) {
                sentences.add("  " + ties(ranked, differences));
            }
            if (ranked.size() < all) {
                sentences.add("  " + without(all - ranked.size()) + ".");
            }
            for (int i = 0; i < Math.min(top, ranked.size()); i++) {
                rows.add(row(i, ranked.get(i), shares[i], differences.get(i)));
            }
        });
        if (rows.isEmpty()) {
            throw new AnalysisException("more than half of the trials of a setting must have completed with a finite "
                    + question.metric() + ", but got no such setting");
        }
        List<String> names = new ArrayList<>(question.by());
        names.add("rank");
        names.addAll(named());
        names.addAll(List.of("median_" + question.metric(), "lower", "upper", "interval"));
        names.addAll(MEASURES);
        return new Answer(sentences, new Table(names, rows, question.by().size() + 1 + columns.length));
    }

    private List<String> named() {
        return IntStream.of(columns).mapToObj(asked.settings()::get).toList();
    }

    private List<@Nullable Object> values(MeasuredSetting setting) {
        List<@Nullable Object> values = new ArrayList<>();
        IntStream.of(columns).forEach(i -> values.add(setting.setting().get(i)));
        return values;
    }

    private String name(MeasuredSetting setting) {
        return columns.length == 0 ? "the only one" : Words.setting(named(), values(setting));
    }

    private String best(List<MeasuredSetting> ranked, int all, double share) {
        MeasuredSetting first = ranked.get(0);
        return (all == 1 ? "the only setting" : "the best of " + all + " settings is " + name(first)) + ": median "
                + question.metric() + " " + Words.number(first.median()) + " (" + Words.interval(first.interval())
                + "), "
                + first.measured().size() + " of " + Words.count(first.trials().size(), "trial") + " measured."
                + (all == 1 || first.measured().size() < Bootstrap.FEWEST
                        ? ""
                        : " It is the best in " + percent(share) + " of the resamples of its replicates.")
                + successWords(first);
    }

    private String ties(List<MeasuredSetting> ranked, List<Difference> differences) {
        int replicates = ranked.get(0).measured().size();
        if (replicates < Bootstrap.FEWEST) {
            return Words.count(replicates, "replicate") + " cannot tell settings apart: that takes " + Bootstrap.FEWEST
                    + " or more.";
        }
        List<MeasuredSetting> alike = IntStream.range(1, ranked.size())
                .filter(i -> told(differences.get(i)).equals(ALIKE))
                .mapToObj(ranked::get)
                .toList();
        long few = differences.stream()
                .skip(1)
                .filter(toFirst -> told(toFirst).equals(TOO_FEW))
                .count();
        String rest = few == 0 ? "" : " Of " + Words.count(few, "other") + " too few replicates are measured to tell.";
        if (alike.isEmpty()) {
            return (few == 0 ? "All others" : "All others that have enough replicates")
                    + " can be told from it: the intervals of their ratios to it lie above 1." + rest;
        }
        return alike.size() + " of the others cannot be told from it: "
                + String.join("; ", alike.stream().limit(NAMED).map(this::name).toList())
                + (alike.size() > NAMED ? "; and " + (alike.size() - NAMED) + " more" : "") + "." + rest;
    }

    private static String told(Difference toFirst) {
        return toFirst.replicates() < Bootstrap.FEWEST ? TOO_FEW : toFirst.isTold() ? "yes" : ALIKE;
    }

    private static String without(int settings) {
        return Words.count(settings, "setting") + (settings == 1 ? " has" : " have")
                + " no median, since half of the trials or more did not complete";
    }

    private List<@Nullable Object> row(int rank, MeasuredSetting setting, double share, Difference toFirst) {
        List<@Nullable Object> row = new ArrayList<>(setting.trials().get(0).group());
        row.add(rank + 1L);
        row.addAll(values(setting));
        row.add(setting.median());
        row.addAll(Words.cells(setting.interval()));
        row.add((long) setting.measured().size());
        row.add((long) setting.trials().size());
        row.add(setting.failures());
        Interval rate = successRate(setting);
        row.add(rate.known() ? (Object) ((double) successes(setting) / rate.size()) : null);
        row.addAll(Words.cells(rate).subList(0, 2));
        row.add(share);
        if (rank == 0) {
            row.addAll(Arrays.asList(null, null, null, null, null));
        } else {
            row.add(Words.cell(toFirst.ratio()));
            row.addAll(Words.cells(toFirst.interval()));
            row.add(told(toFirst));
        }
        return row;
    }

    private long successes(MeasuredSetting setting) {
        return setting.trials().stream()
                .filter(trial -> succeeded.contains(trial.id()))
                .count();
    }

    /** The interval of the probability of success, over all trials but those that a rule of the sweep stopped. */
    private Interval successRate(MeasuredSetting setting) {
        long candidates = setting.trials().stream()
                .filter(trial -> !trial.outcome().equals("STOPPED"))
                .count();
        return candidates == 0 || success.isEmpty()
                ? Interval.unknown(0)
                : Wilson.interval(successes(setting), candidates, Bootstrap.STANDARD.level());
    }

    private String successWords(MeasuredSetting setting) {
        Interval rate = successRate(setting);
        return rate.known()
                ? " " + successes(setting) + " of " + rate.size() + " succeed (" + success + "; a rate of "
                        + Words.interval(rate) + ")."
                : "";
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /**
     * How often each setting has the smallest median when the replicates, the same ones for all settings, are drawn anew. A
     * replicate without a measurement counts as infinite. Settings that are equal share.
     */
    private static double[] shares(List<MeasuredSetting> settings) {
        List<Map<Long, Double>> numbers =
                settings.stream().map(MeasuredSetting::byReplicate).toList();
        long[] replicates = numbers.stream()
                .flatMap(some -> some.keySet().stream())
                .mapToLong(Long::longValue)
                .distinct()
                .sorted()
                .toArray();
        double[][] table = new double[settings.size()][replicates.length];
        for (int s = 0; s < table.length; s++) {
            for (int r = 0; r < replicates.length; r++) {
                table[s][r] = numbers.get(s).getOrDefault(replicates[r], Double.NaN);
            }
        }
        SplittableRandom random = new SplittableRandom(Bootstrap.STANDARD.seed());
        double[] shares = new double[table.length];
        int resamples = Bootstrap.STANDARD.resamples();
        for (int i = 0; i < resamples; i++) {
            int[] drawn = random.ints(replicates.length, 0, replicates.length).toArray();
            double[] medians = Arrays.stream(table)
                    .mapToDouble(numbersOf -> median(numbersOf, drawn))
                    .toArray();
            double least = Arrays.stream(medians)
                    .filter(median -> !Double.isNaN(median))
                    .min()
                    .orElse(0);
            int[] first = IntStream.range(0, medians.length)
                    .filter(s -> medians[s] == least)
                    .toArray();
            for (int s : first) {
                shares[s] += 1.0 / ((double) resamples * first.length);
            }
        }
        return shares;
    }

    private static double median(double[] numbers, int[] drawn) {
        return Quantile.median(Arrays.stream(drawn)
                .mapToDouble(r -> numbers[r])
                .filter(number -> !Double.isNaN(number))
                .toArray());
    }
}
