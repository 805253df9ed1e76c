package stiffsweep.analysis.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Observation;

/**
 * What a trial says about a metric.
 *
 * @param id the trial's id
 * @param group the values of the columns that make the groups
 * @param setting the values of the settings that vary
 * @param replicate the replicate
 * @param outcome how it ended
 * @param number the metric; NaN where it was not measured
 */
record AskedTrial(
        String id,
        List<@Nullable Object> group,
        List<@Nullable Object> setting,
        long replicate,
        String outcome,
        double number) {

    /** This trial in a larger group: that of the first values alone. */
    AskedTrial inGroup(int values) {
        return new AskedTrial(id, group.subList(0, values), setting, replicate, outcome, number);
    }

    /** The metric where it is a finite number of a trial that completed, else NaN. */
    double measured() {
        return outcome.equals("COMPLETED") && Double.isFinite(number) ? number : Double.NaN;
    }

    /** The decimal logarithm of the metric where that is a measurement and positive, else NaN. */
    double logarithm() {
        return measured() > 0 ? Math.log10(measured()) : Double.NaN;
    }

    /** Why it has no logarithm, in a word or two. */
    String flaw() {
        return new Observation(1, number, replicate, outcome).flaw();
    }
}
