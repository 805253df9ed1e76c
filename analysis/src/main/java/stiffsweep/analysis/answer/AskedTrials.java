package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.ValueOrder;

/**
 * The trials that a question is about, with all that tells their settings apart.
 *
 * @param settings the columns of {@link AskedTrial#setting()}
 * @param trials the trials, by id
 */
record AskedTrials(List<String> settings, List<AskedTrial> trials) {

    private static final String PROBLEM = "problem";

    AskedTrials {
        settings = List.copyOf(settings);
        trials = List.copyOf(trials);
    }

    /** The trials in question, with the settings that vary in the folder. */
    static AskedTrials of(Results results, Question question) {
        AskedTrials asked = of(results, question, varying(results));
        if (asked.trials.isEmpty()) {
            throw new AnalysisException("a question must be about some trials, but got none where " + question.where());
        }
        return asked;
    }

    /** The trials in question, with these settings; one that the folder does not have has no value. */
    static AskedTrials of(Results results, Question question, Set<String> settings) {
        question.requireColumns(results);
        Map<String, String> known = new LinkedHashMap<>(Map.of(PROBLEM, PROBLEM));
        SettingColumn.all(results).forEach(setting -> known.put(setting.name(), setting.expression()));
        List<String> wanted =
                new ArrayList<>(question.by().stream().map(Sql::identifier).toList());
        settings.forEach(name -> wanted.add(known.getOrDefault(name, "null")));
        wanted.add("replicate::bigint, outcome, trial_id, " + Sql.identifier(question.metric()) + "::double");
        int groups = question.by().size();
        int end = groups + settings.size();
        List<AskedTrial> trials = new ArrayList<>();
        for (List<@Nullable Object> row : results.query(
                        "select " + String.join(", ", wanted) + " from " + question.trials() + " order by trial_id")
                .rows()) {
            trials.add(new AskedTrial(
                    String.valueOf(row.get(end + 2)),
                    row.subList(0, groups),
                    row.subList(groups, end),
                    row.get(end) instanceof Long replicate ? replicate : 0,
                    String.valueOf(row.get(end + 1)),
                    row.get(end + 3) instanceof Double number ? number : Double.NaN));
        }
        return new AskedTrials(List.copyOf(settings), trials);
    }

    /** The settings that vary in a folder, the problem first, each once. */
    static Set<String> varying(Results results) {
        Set<String> names = new LinkedHashSet<>(Set.of(PROBLEM));
        SettingColumn.varying(results).values().stream()
                .flatMap(List::stream)
                .map(SettingColumn::name)
                .forEach(names::add);
        return names;
    }

    /** Whether a setting, by its index, has several values. */
    private boolean varies(int setting) {
        return trials.stream()
                        .map(trial -> Words.value(trial.setting().get(setting)))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /** The indices of the settings that tell settings of a group apart: those that vary and make no group. */
    int[] naming(Question question) {
        return IntStream.range(0, settings.size())
                .filter(i -> !question.by().contains(settings.get(i)) && varies(i))
                .toArray();
    }

    /** The trials of each group, in the order of the groups' values. */
    Map<List<@Nullable Object>, List<AskedTrial>> byGroup() {
        return by(trials, AskedTrial::group);
    }

    /** Trials that agree in some values, in the order of these. */
    static Map<List<@Nullable Object>, List<AskedTrial>> by(
            List<AskedTrial> trials, Function<AskedTrial, List<@Nullable Object>> values) {
        return trials.stream()
                .collect(Collectors.groupingBy(values, () -> new TreeMap<>(ValueOrder.LISTS), Collectors.toList()));
    }
}
