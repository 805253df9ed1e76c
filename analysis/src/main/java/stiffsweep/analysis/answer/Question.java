package stiffsweep.analysis.answer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.ColumnNames;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;

/**
 * What is asked about, and of which trials.
 *
 * @param metric a column of numbers of {@code trials}; the smaller the better
 * @param by the columns whose values make groups, each with an answer of its own; none for one group of all
 * @param where an SQL condition on the trials; empty for all of them
 */
public record Question(String metric, List<String> by, String where) {

    public Question {
        by = List.copyOf(by);
    }

    /** The trials in question as a table; the condition stands alone, so that a fault in it is reported as its own. */
    String trials() {
        return where.isBlank() ? "trials" : "(from trials where " + where + "\n)";
    }

    /** Refuses a column that does not exist, or a metric that is no number. */
    void requireColumns(Results results) {
        Map<String, String> types = results.columns("trials");
        Collection<String> known = types.keySet();
        by.forEach(name -> ColumnNames.require(name, known));
        ColumnNames.require(metric, known);
        String type = types.getOrDefault(metric, "");
        if (!SettingColumn.numeric(type)) {
            throw new AnalysisException("a metric must be a column of numbers, but got " + metric + " of type " + type);
        }
    }
}
