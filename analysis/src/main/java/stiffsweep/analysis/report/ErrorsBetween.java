package stiffsweep.analysis.report;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.store.MeasuredColumns;

/** The errors between the points of a line beside those at the points. */
final class ErrorsBetween {

    private static final String AT = MeasuredColumns.ERROR_RELATIVE_L2.name();

    private static final String BETWEEN = MeasuredColumns.between(AT);

    /** An error between the points is far larger than that at the points from this factor on. */
    private static final double FAR = 10;

    private ErrorsBetween() {}

    /** Says of how many trials the error between the points is far larger; empty where it is of none. */
    static Optional<String> sentence(Findings findings, Results results) {
        if (!results.columns("trials").keySet().containsAll(Set.of(AT, BETWEEN))) {
            return Optional.empty();
        }
        Map<String, Double> at = results.numbers(AT);
        Map<String, Double> between = results.numbers(BETWEEN);
        int measured = 0;
        int far = 0;
        double largest = FAR;
        String worst = "";
        for (ReportedTrial trial : findings.trials()) {
            double factor = between.getOrDefault(trial.id(), Double.NaN) / at.getOrDefault(trial.id(), Double.NaN);
            if (trial.isCompleted() && Double.isFinite(factor)) {
                measured++;
                far += factor > FAR ? 1 : 0;
                worst = factor > largest ? trial.id() : worst;
                largest = Math.max(largest, factor);
            }
        }
        return far == 0
                ? Optional.empty()
                : Optional.of("Between the points the error is more than " + NumberText.rounded(FAR, 2)
                        + " times that at the points in " + far + " of " + measured
                        + " trials that completed with both (" + BETWEEN + " and " + AT + "), at most "
                        + NumberText.rounded(largest, 2) + " times, in the trial " + worst
                        + ". There the network meets the equation at the points and not between them: the error at the points says"
                        + " little, and more points help.");
    }
}
