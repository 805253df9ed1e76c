package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.ColumnNames;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.analysis.ValueOrder;
import stiffsweep.stats.Holm;

/**
 * What is different between sides, such as two weightings or two folders, when all else is equal: trials are paired by all
 * other settings that vary, and by replicate, whose seed they share.
 */
public final class PairedComparison {

    private final Question question;
    private final List<String> settings;
    private final Map<String, List<AskedTrial>> sides;

    /**
     * A comparison.
     *
     * @param question what is asked about
     * @param settings the settings by which trials are paired
     * @param sides the trials of each side, by what it is called
     */
    private PairedComparison(Question question, List<String> settings, Map<String, List<AskedTrial>> sides) {
        this.question = question;
        this.settings = settings;
        this.sides = sides;
    }

    /**
     * The differences between the values of some columns of {@code trials}.
     *
     * @throws AnalysisException where a column is unknown, or no two trials differ in these columns alone
     */
    public static Answer on(List<String> columns, Results results, Question question) {
        columns.forEach(
                name -> ColumnNames.require(name, results.columns("trials").keySet()));
        List<String> both = new ArrayList<>(question.by());
        both.addAll(columns);
        Set<String> settings = AskedTrials.varying(results);
        columns.forEach(settings::remove);
        AskedTrials asked = AskedTrials.of(results, new Question(question.metric(), both, question.where()), settings);
        int groups = question.by().size();
        Map<String, List<AskedTrial>> sides = new LinkedHashMap<>();
        AskedTrials.by(asked.trials(), trial -> trial.group().subList(groups, both.size()))
                .forEach((values, trials) -> sides.put(
                        Words.setting(columns, values),
                        trials.stream().map(trial -> trial.inGroup(groups)).toList()));
        if (sides.size() < 2) {
            throw new AnalysisException("a comparison needs two values of " + String.join(", ", columns)
                    + ", but got " + Words.count(sides.size(), "value")
                    + (question.where().isBlank() ? "" : " where " + question.where()));
        }
        return new PairedComparison(question, asked.settings(), sides).answer();
    }

    /**
     * The differences between two folders.
     *
     * @param folders the folders, in order, by what they are called
     * @throws AnalysisException where a column is unknown, or no trial of one has its partner in the other
     */
    public static Answer between(Map<String, Results> folders, Question question) {
        Set<String> settings = new LinkedHashSet<>();
        folders.values().forEach(results -> settings.addAll(AskedTrials.varying(results)));
        Map<String, List<AskedTrial>> sides = new LinkedHashMap<>();
        folders.forEach((name, results) ->
                sides.put(name, AskedTrials.of(results, question, settings).trials()));
        List<String> others = OtherSettings.of(folders, settings);
        Answer answer = new PairedComparison(question, List.copyOf(settings), sides).answer();
        List<String> sentences = new ArrayList<>(answer.sentences());
        sentences.add(
                others.isEmpty()
                        ? "All settings of the folders that do not vary are equal."
                        : "The folders also differ in " + String.join("; ", others) + ".");
        return new Answer(sentences, answer.table());
    }

    private Answer answer() {
        List<Difference> differences = differences();
        if (differences.isEmpty()) {
            throw new AnalysisException(noPairs());
        }
        double[] chances = differences.stream()
                .mapToDouble(difference -> difference.test().probability())
                .toArray();
        double[] corrected = Holm.corrected(chances);
        long tests = IntStream.range(0, chances.length)
                .filter(i -> !Double.isNaN(chances[i]))
                .count();
        List<String> columns = new ArrayList<>(question.by());
        columns.addAll(Difference.COLUMNS);
        List<String> sentences = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < corrected.length; i++) {
            sentences.add(differences.get(i).sentence(question, corrected[i], tests));
            rows.add(differences.get(i).cells(corrected[i]));
        }
        long alone = alone(differences);
        if (alone > 0) {
            sentences.add(Words.count(alone, "trial") + " without a partner that agrees in all other settings and the"
                    + " replicate: left out.");
        }
        return new Answer(sentences, new Table(columns, rows, question.by().size()));
    }

    /** Of each two sides of each group. */
    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        List<String> names = List.copyOf(sides.keySet());
        Map<List<@Nullable Object>, Map<String, Map<List<@Nullable Object>, AskedTrial>>> groups =
                new TreeMap<>(ValueOrder.LISTS);
        sides.forEach((name, trials) ->
                trials.forEach(trial -> groups.computeIfAbsent(trial.group(), group -> new LinkedHashMap<>())
                        .computeIfAbsent(name, side -> new TreeMap<>(ValueOrder.LISTS))
                        .putIfAbsent(partner(trial), trial)));
        groups.forEach((group, ofGroup) -> {
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    List<Pair> pairs = pairs(
                            ofGroup.getOrDefault(names.get(i), Map.of()), ofGroup.getOrDefault(names.get(j), Map.of()));
                    if (!pairs.isEmpty()) {
                        differences.add(Difference.of(group, names.get(i), names.get(j), pairs));
                    }
                }
            }
        });
        return differences;
    }

    /** What a trial and its partner agree in. */
    private static List<@Nullable Object> partner(AskedTrial trial) {
        List<@Nullable Object> agreed = new ArrayList<>(trial.setting());
        agreed.add(trial.replicate());
        return agreed;
    }

    private static List<Pair> pairs(
            Map<List<@Nullable Object>, AskedTrial> first, Map<List<@Nullable Object>, AskedTrial> second) {
        List<Pair> pairs = new ArrayList<>();
        first.forEach((agreed, trial) -> {
            AskedTrial partner = second.get(agreed);
            if (partner != null) {
                pairs.add(new Pair(trial, partner));
            }
        });
        return pairs;
    }

    private long alone(List<Difference> differences) {
        Set<AskedTrial> paired = new HashSet<>();
        differences.forEach(difference -> difference.pairs().forEach(pair -> {
            paired.add(pair.first());
            paired.add(pair.second());
        }));
        return sides.values().stream().mapToLong(List::size).sum() - paired.size();
    }

    /** Names the settings that move with what is compared: no value of them is on two sides. */
    private String noPairs() {
        List<String> moving = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            int at = i;
            Function<AskedTrial, String> value =
                    trial -> Words.value(trial.setting().get(at));
            List<String> values = sides.values().stream()
                    .flatMap(trials -> trials.stream().map(value).distinct())
                    .toList();
            if (values.stream().distinct().count() == values.size()) {
                moving.add(settings.get(i));
            }
        }
        return "two trials must agree in their replicate and in all settings but those that are compared, but got none: "
                + (moving.isEmpty()
                        ? "no setting was run on two sides"
                        : String.join(", ", moving) + " differ too: compare them together," + " as in --on COLUMN,"
                                + String.join(",", moving));
    }
}
