package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.stats.Quantile;

/**
 * The settings with the smallest median of a column, and of each the trial that shows what to expect of it.
 *
 * <p>The smallest number of all belongs to a lucky seed, and says little about its setting. So settings are compared by their
 * median over replicates, and a setting of which half of the trials or more did not complete has none.
 */
public final class BestTrials {

    private static final Comparator<Setting> ORDER = Comparator.comparingDouble(Setting::median)
            .thenComparing(setting -> setting.middle().id());

    private BestTrials() {}

    /**
     * The best setting of each group; of equal ones that whose trial's id is first.
     *
     * @param column what is smallest in the best setting
     * @param by the columns that make the groups; none for one group of all
     * @return a row for each group that has a median: the columns {@code by}; {@code median_<column>}; {@code measured}, the
     *     trials of the setting that the median is over; {@code trials}, all of them; {@code column} and {@code trial_id} of the
     *     trial in the middle, the larger one of two
     * @throws AnalysisException where there is no such column
     */
    public static Table of(Results results, String column, List<String> by) {
        Collection<String> known = results.columns("trials").keySet();
        Stream.concat(by.stream(), Stream.of(column)).forEach(name -> ColumnNames.require(name, known));
        Map<List<@Nullable Object>, Setting> best = new LinkedHashMap<>();
        for (Setting setting : settings(results, column, by)) {
            if (setting.hasMedian()) {
                best.merge(setting.group(), setting, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
            }
        }
        List<String> columns = new ArrayList<>(by);
        columns.addAll(List.of("median_" + column, "measured", "trials", column, "trial_id"));
        return new Table(columns, best.values().stream().map(Setting::cells).toList(), by.size());
    }

    /** A trial that completed, with its number. */
    private record Measured(double value, String id) {}

    /**
     * The trials of one setting.
     *
     * @param group the values of the columns that make the groups
     * @param measured those that completed with a finite number, the smallest first
     * @param trials how many there are in all
     */
    private record Setting(List<@Nullable Object> group, List<Measured> measured, int trials) {

        boolean hasMedian() {
            return 2 * measured.size() > trials;
        }

        double median() {
            return Quantile.median(
                    measured.stream().mapToDouble(Measured::value).toArray());
        }

        Measured middle() {
            return measured.get(measured.size() / 2);
        }

        List<@Nullable Object> cells() {
            List<@Nullable Object> cells = new ArrayList<>(group);
            cells.addAll(List.of(median(), (long) measured.size(), (long) trials, middle().value(), middle().id()));
            return cells;
        }
    }

    private static List<Setting> settings(Results results, String column, List<String> by) {
        List<String> keys = new ArrayList<>(by.stream().map(Sql::identifier).toList());
        SettingColumn.varying(results).values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(SettingColumn::expression)
                .forEach(keys::add);
        keys.add("problem");
        String number = Sql.identifier(column) + "::double";
        String isMeasured = "outcome = 'COMPLETED' and isfinite(" + number + ")";
        Map<List<@Nullable Object>, List<Measured>> measured = new LinkedHashMap<>();
        Map<List<@Nullable Object>, Integer> trials = new LinkedHashMap<>();
        int at = keys.size();
        for (List<@Nullable Object> row : results.query("select " + String.join(", ", keys) + ", if(" + isMeasured
                        + ", " + number + ", null) as value, trial_id from trials order by value, trial_id")
                .rows()) {
            List<@Nullable Object> key = row.subList(0, at);
            trials.merge(key, 1, Integer::sum);
            List<Measured> ofSetting = measured.computeIfAbsent(key, any -> new ArrayList<>());
            if (row.get(at) instanceof Double value) {
                ofSetting.add(new Measured(value, String.valueOf(row.get(at + 1))));
            }
        }
        List<Setting> settings = new ArrayList<>();
        measured.forEach((key, ofSetting) ->
                settings.add(new Setting(key.subList(0, by.size()), ofSetting, trials.getOrDefault(key, 0))));
        return settings;
    }
}
