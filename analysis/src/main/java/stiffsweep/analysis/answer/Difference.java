package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.SignedRank;

/**
 * What is different between two sides of pairs.
 *
 * @param group the values that all trials have in common
 * @param first what the first side is called
 * @param second what the second side is called
 * @param pairs the pairs, at least one
 * @param test the log ratios of the replicates
 * @param replicates how many replicates have one
 */
record Difference(
        List<@Nullable Object> group, String first, String second, List<Pair> pairs, SignedRank test, int replicates) {

    /** The names of {@link #cells}. */
    static final List<String> COLUMNS = List.of(
            "first",
            "second",
            "ratio",
            "lower",
            "upper",
            "interval",
            "p",
            "p_holm",
            "win_rate",
            "pairs",
            "replicates",
            "settings",
            "left_out",
            "left_out_why");

    Difference {
        pairs = List.copyOf(pairs);
    }

    static Difference of(List<@Nullable Object> group, String first, String second, List<Pair> pairs) {
        double[] logRatios = Pair.byReplicate(pairs);
        SignedRank test = SignedRank.of(logRatios, Bootstrap.STANDARD.level());
        return new Difference(group, first, second, pairs, test, logRatios.length);
    }

    /** The ratio of the first metric to the second; NaN where too few pairs are measured. */
    double ratio() {
        return Math.pow(10, test.centre());
    }

    /** The interval of the ratio. */
    Interval interval() {
        return test.interval().map(logarithm -> Math.pow(10, logarithm));
    }

    /** Whether the interval rules out that both sides are alike; a range of fewer than five replicates rules out nothing. */
    boolean isTold() {
        return interval().known()
                && replicates >= Bootstrap.FEWEST
                && !interval().contains(1);
    }

    /** Of how many of the measured pairs the first is the smaller one; equal ones count half. */
    private double wins() {
        return pairs.stream()
                .filter(Pair::isMeasured)
                .mapToDouble(pair -> pair.logRatio() < 0 ? 1 : pair.logRatio() > 0 ? 0 : 0.5)
                .sum();
    }

    private long measured() {
        return pairs.stream().filter(Pair::isMeasured).count();
    }

    /** How many trials of which side lack a measurement for which reason. */
    private String flaws() {
        TreeMap<String, Integer> flaws = new TreeMap<>();
        pairs.forEach(pair -> {
            count(flaws, first, pair.first());
            count(flaws, second, pair.second());
        });
        StringJoiner words = new StringJoiner(", ");
        flaws.forEach((flaw, count) -> words.add(count + " " + flaw));
        return words.toString();
    }

    private static void count(TreeMap<String, Integer> flaws, String side, AskedTrial trial) {
        if (Double.isNaN(trial.logarithm())) {
            flaws.merge(trial.flaw() + " of " + side, 1, Integer::sum);
        }
    }

    List<@Nullable Object> cells(double corrected) {
        List<@Nullable Object> cells = new ArrayList<>(group);
        cells.add(first);
        cells.add(second);
        cells.add(Words.cell(ratio()));
        cells.addAll(Words.cells(interval()));
        cells.add(Words.cell(test.probability()));
        cells.add(Words.cell(corrected));
        cells.add(Words.cell(wins() / measured()));
        cells.add(measured());
        cells.add((long) replicates);
        cells.add((long) Pair.comparable(pairs).size());
        cells.add(pairs.size() - measured());
        cells.add(flaws());
        return cells;
    }

    /**
     * The difference in words.
     *
     * @param corrected the probability of the test, corrected for the number of tests
     * @param tests how many tests there are
     */
    String sentence(Question question, double corrected, long tests) {
        StringBuilder words = new StringBuilder(Words.group(question.by(), group));
        if (replicates == 0) {
            words.append("no ratio of ")
                    .append(question.metric())
                    .append(" of ")
                    .append(first);
            words.append(" to ").append(second).append(": half of the pairs or more lack a measurement");
        } else {
            words.append(size(question.metric())).append("; ").append(chance(corrected, tests));
        }
        return words.append(lacking()).append('.').toString();
    }

    /** By how much the larger side is larger. */
    private String size(String metric) {
        if (ratio() == 1) {
            return first + " has the same " + metric + " as " + second + " (" + Words.interval(interval()) + "; "
                    + reach() + ")";
        }
        boolean isFirst = ratio() > 1;
        double larger = isFirst ? measured() - wins() : wins();
        return (isFirst ? first : second) + " has " + Words.number(isFirst ? ratio() : 1 / ratio()) + " times the "
                + metric + " of " + (isFirst ? second : first) + " ("
                + Words.interval(isFirst ? interval() : interval().reciprocal()) + "; " + reach() + "), "
                + (2 * larger <= measured() ? "but is larger in only " : "and is larger in ") + Words.value(larger)
                + " of " + Words.count(measured(), "pair");
    }

    private String reach() {
        int settings = Pair.comparable(pairs).size();
        int all = Pair.bySetting(pairs).size();
        String which = settings == all ? Words.count(all, "setting") : settings + " of " + Words.count(all, "setting");
        return (all == 1 ? "" : which + ", ") + Words.count(replicates, "replicate");
    }

    private String chance(double corrected, long tests) {
        if (replicates < Bootstrap.FEWEST) {
            return "it takes " + Bootstrap.FEWEST + " replicates to show a difference";
        }
        return Words.probability(test.probability())
                + (tests > 1 ? ", corrected for " + tests + " comparisons " + Words.probability(corrected) : "")
                + verdict(corrected, tests);
    }

    /** What is shown, where a small p does not say it. */
    private String verdict(double corrected, long tests) {
        double significant = 1 - Bootstrap.STANDARD.level();
        if (interval().contains(1)) {
            return ": no difference is shown";
        }
        boolean isLost = tests > 1 && corrected > significant;
        if (SignedRank.leastProbability(replicates) > significant) {
            return isLost
                    ? ": the interval lies on one side of 1, and only more replicates can show more"
                    : ": a difference is shown with " + interval().percent() + " % confidence, the most that "
                            + replicates + " replicates can give";
        }
        return isLost ? ": a difference if taken alone, none after the correction" : "";
    }

    private String lacking() {
        long lacking = pairs.size() - measured();
        return lacking == 0 ? "" : ". " + Words.count(lacking, "pair") + " without a measurement: " + flaws();
    }
}
