package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.Table;
import stiffsweep.store.EndingColumns;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.store.TrialColumns;

/** All trials, a row each: what varies, how it ended, and what was measured, which is the same wherever a trial ran. */
final class TrialTable {

    private TrialTable() {}

    static Table of(Results results, Findings findings) {
        Set<String> settings = SettingColumn.varying(results).values().stream()
                .flatMap(List::stream)
                .map(SettingColumn::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> columns = new ArrayList<>(List.of(TrialColumns.TRIAL_ID.name()));
        if (findings.problems().size() > 1) {
            columns.add("problem");
        }
        columns.addAll(settings);
        int keys = columns.size() + 1;
        columns.addAll(List.of(
                TrialColumns.REPLICATE.name(),
                EndingColumns.OUTCOME.name(),
                Quality.of(findings.trials()).column(),
                MeasuredColumns.LOSS_TOTAL.name(),
                MeasuredColumns.HESSIAN.value().name()));
        if (findings.trials().stream().anyMatch(ReportedTrial::isTrained)) {
            columns.add(EndingColumns.EPOCHS.name());
        }
        columns.add(EndingColumns.FAILURE.name());
        Set<String> known = results.columns("trials").keySet();
        List<String> listed =
                columns.stream().distinct().filter(known::contains).toList();
        List<List<@Nullable Object>> rows = results.query("select "
                        + listed.stream().map(Sql::identifier).collect(Collectors.joining(", "))
                        + " from trials order by "
                        + listed.stream()
                                .skip(1)
                                .limit(keys - 1)
                                .map(Sql::identifier)
                                .collect(Collectors.joining(", "))
                        + ", trial_id")
                .rows();
        return new Table(listed, rows, Math.min(keys, listed.size())).withoutEmptyColumns();
    }
}
