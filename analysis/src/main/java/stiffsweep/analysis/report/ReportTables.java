package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Interval;
import stiffsweep.store.Column;
import stiffsweep.store.MeasuredColumns;

/** The tables of a report. */
final class ReportTables {

    private ReportTables() {}

    /** The power law of the largest Hessian eigenvalue in x, for each method of a problem where it was measured. */
    static Table fits(Findings findings) {
        List<String> columns = new ArrayList<>(List.of("problem", "method", "x"));
        columns.addAll(FittedGroup.columns());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TrialGroup method : findings.methods()) {
            String problem = method.first().problem();
            if (findings.hasAbscissa(problem)
                    && new TrialGroup(findings.ofProblem(problem)).finite(ReportedTrial::hessianLambdaMax).length > 0) {
                FittedGroup fitted = findings.fit(problem, method.first().group());
                List<@Nullable Object> row = new ArrayList<>(fitted.key());
                row.add(method.first().comparison().x());
                row.addAll(fitted.cells());
                rows.add(row);
            }
        }
        return new Table(columns, rows);
    }

    /** Outcomes and successes of each problem and method, where a method has several settings: counts over all of them. */
    static Table methodsTable(Findings findings) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TrialGroup method : findings.methods()) {
            List<TrialGroup> settings = TrialGroup.settings(method.trials());
            if (settings.size() > 1) {
                boolean hasErrors = Quality.of(findings.ofProblem(method.first().problem())) == Quality.ERROR;
                rows.add(Arrays.asList(
                        method.first().problem(),
                        method.first().group(),
                        method.first().comparison().x() + " (" + settings.size() + " values)",
                        method.outcomes(),
                        hasErrors ? method.successes() + " of " + method.candidates() : null));
            }
        }
        return new Table(List.of("problem", "method", "pooled over", "trials", "success"), rows).withoutEmptyColumns();
    }

    /** Outcomes, medians and success of each setting, over its replicates, as far as it was measured. */
    static Table settings(Findings findings) {
        Quality quality = Quality.of(findings.trials());
        List<String> abscissae = TrialGroup.abscissae(findings.trials());
        List<String> columns = new ArrayList<>(List.of("problem", "method"));
        columns.addAll(abscissae);
        columns.add("trials");
        columns.addAll(medianColumns(quality.column()));
        columns.addAll(List.of("success", "interval of success"));
        columns.addAll(medianColumns(MeasuredColumns.HESSIAN.value().name()));
        columns.add("median epochs");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TrialGroup setting : TrialGroup.settings(findings.trials())) {
            boolean hasErrors = Quality.of(findings.ofProblem(setting.first().problem())) == Quality.ERROR;
            List<@Nullable Object> row = new ArrayList<>(setting.key(abscissae));
            row.add(setting.outcomes());
            List<@Nullable Object> median = median(setting, quality::value);
            median.set(0, setting.hasMedian() ? median.get(0) : setting.withoutMedian());
            row.addAll(median);
            row.add(hasErrors ? setting.successes() + " of " + setting.candidates() : null);
            row.add(hasErrors ? text(setting.successInterval()) : null);
            row.addAll(median(setting, ReportedTrial::hessianLambdaMax));
            row.add(number(setting.median(ReportedTrial::epochs)));
            rows.add(row);
        }
        return new Table(columns, rows, 2 + abscissae.size()).withoutEmptyColumns();
    }

    /** What the problems measure themselves, for each setting over its replicates; no rows where they measure nothing. */
    static Table ownResults(Findings findings, Results results) {
        List<String> abscissae = TrialGroup.abscissae(findings.trials());
        List<String> columns = new ArrayList<>(List.of("problem", "method"));
        columns.addAll(abscissae);
        List<Map<String, Double>> measures = new ArrayList<>();
        for (String own : results.columns(Column.Role.OWN_RESULT)) {
            Map<String, Double> measure = results.numbers(own);
            if (!measure.isEmpty()) {
                columns.addAll(medianColumns(own));
                measures.add(measure);
            }
        }
        if (measures.isEmpty()) {
            return new Table(columns, List.of());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TrialGroup setting : TrialGroup.settings(findings.trials())) {
            List<@Nullable Object> row = new ArrayList<>(setting.key(abscissae));
            for (Map<String, Double> measure : measures) {
                row.addAll(median(setting, trial -> measure.getOrDefault(trial.id(), Double.NaN)));
            }
            rows.add(row);
        }
        return new Table(columns, rows, 2 + abscissae.size()).withoutEmptyColumns();
    }

    /** Why trials did not complete, each reason with the number of its trials and one of them as an example. */
    static Table failures(Findings findings) {
        TreeMap<List<String>, List<String>> ids =
                new TreeMap<>((left, right) -> String.join("\n", left).compareTo(String.join("\n", right)));
        for (ReportedTrial trial : findings.trials()) {
            if (!trial.outcome().equals("COMPLETED")) {
                // Where and why a rule stopped a trial is different for each.
                String reason = trial.isStopped() ? "a rule of the sweep (sweep.stop)" : trial.failure();
                ids.computeIfAbsent(List.of(trial.outcome(), reason), key -> new ArrayList<>())
                        .add(trial.id());
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ids.forEach((reason, trials) ->
                rows.add(Arrays.asList(reason.get(0), reason.get(1), (long) trials.size(), trials.get(0))));
        return new Table(List.of("outcome", "reason", "trials", "for example"), rows);
    }

    private static List<String> medianColumns(String measure) {
        return List.of("median " + measure, "interval of " + measure, "kind of interval of " + measure);
    }

    /** The median of a measure, its interval, and what that is. */
    private static List<@Nullable Object> median(TrialGroup setting, ToDoubleFunction<ReportedTrial> measure) {
        Interval interval = setting.interval(measure);
        return Arrays.asList(
                number(setting.median(measure)), text(interval), interval.known() ? interval.kind() : null);
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Object text(Interval interval) {
        return interval.known()
                ? NumberText.rounded(interval.lower(), 4) + " to " + NumberText.rounded(interval.upper(), 4)
                : null;
    }
}
