package stiffsweep.analysis.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.stats.KaplanMeier.Span;

/**
 * When trainings reach a number, by their curves.
 *
 * <p>A training that ended before is kept as such: it would have taken longer. One that diverged never reaches it.
 */
final class ReachTimes {

    private final Map<String, Double> reachedAt = new HashMap<>();
    private final Map<String, Double> epochs = new HashMap<>();
    private final Map<String, Double> seconds = new HashMap<>();

    private ReachTimes() {}

    /**
     * The times until a column of {@code curves} has fallen to a number.
     *
     * @throws AnalysisException where curves have no such column
     */
    static ReachTimes of(Results results, String metric, double reach) {
        if (!results.columns("curves").containsKey(metric)) {
            throw new AnalysisException("what a training reaches must be a column of curves, but got " + metric);
        }
        ReachTimes times = new ReachTimes();
        results.query(
                        "select trial_id, min(epoch)::double from curves where " + Sql.identifier(metric)
                                + " <= ? group by trial_id",
                        reach)
                .rows()
                .forEach(row -> put(times.reachedAt, row));
        Set<String> known = results.columns("trials").keySet();
        results.query("select trial_id, epochs::double, " + Sql.numberOrNull("train_seconds", known) + ", "
                        + Sql.numberOrNull("epochs_resumed", known) + " from trials")
                .rows()
                .forEach(times::add);
        return times;
    }

    private void add(List<@Nullable Object> row) {
        put(epochs, row);
        if (row.get(1) instanceof Double all && row.get(2) instanceof Double measured) {
            // The seconds are of the epochs since the state that a training went on from.
            double own = all - (row.get(3) instanceof Double resumed ? resumed : 0);
            seconds.put(String.valueOf(row.get(0)), own > 0 ? measured * all / own : measured);
        }
    }

    private static void put(Map<String, Double> numbers, List<@Nullable Object> row) {
        if (row.get(1) instanceof Double number) {
            numbers.put(String.valueOf(row.get(0)), number);
        }
    }

    /** In epochs. */
    Span epochs(AskedTrial trial) {
        Double at = reachedAt.get(trial.id());
        if (at != null) {
            return new Span(at, true);
        }
        boolean isLost = trial.outcome().equals("DIVERGED");
        return new Span(isLost ? Double.POSITIVE_INFINITY : epochs.getOrDefault(trial.id(), 0.0), false);
    }

    /** In seconds, which are spread evenly over the epochs; a trial whose time was not measured ends at once. */
    Span seconds(AskedTrial trial) {
        Span inEpochs = epochs(trial);
        double total = total(trial);
        if (Double.isInfinite(inEpochs.end())) {
            return inEpochs;
        }
        return Double.isNaN(total)
                ? new Span(0, false)
                : new Span(
                        total * inEpochs.end() / Math.max(1, epochs.getOrDefault(trial.id(), 0.0)),
                        inEpochs.isReached());
    }

    /** The seconds of the whole training; NaN where they were not measured. */
    double total(AskedTrial trial) {
        return seconds.getOrDefault(trial.id(), Double.NaN);
    }
}
