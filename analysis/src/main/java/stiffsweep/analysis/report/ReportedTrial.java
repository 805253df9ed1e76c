package stiffsweep.analysis.report;

import org.jspecify.annotations.Nullable;

/**
 * What a report needs of a trial.
 *
 * <p>The numbers of a trial that did not complete are no measurements: they are NaN, as are those that were not measured.
 *
 * @param id the trial's id
 * @param comparison what the sweep asks of the trial's problem
 * @param method the trial's settings that vary, but for the problem and x
 * @param x the value of the comparison's abscissa
 * @param replicate the replicate
 * @param outcome how it ended
 * @param failure why it did not complete; empty where it did
 * @param isSuccess whether it meets what a success has to
 * @param isTrained whether it trains at all, or has nothing but its baseline
 * @param epochs how many epochs it trained
 * @param lossTotal the weighted total loss of the best checkpoint
 * @param errorMse the mean squared error against the truth
 * @param baselineError the baseline's relative error against the truth
 * @param hessianLambdaMax the largest Hessian eigenvalue of the residual loss
 */
record ReportedTrial(
        String id,
        Comparison comparison,
        Method method,
        double x,
        long replicate,
        String outcome,
        String failure,
        boolean isSuccess,
        boolean isTrained,
        double epochs,
        double lossTotal,
        double errorMse,
        double baselineError,
        double hessianLambdaMax) {

    String problem() {
        return comparison.problem();
    }

    /** The label of its method. */
    String group() {
        return method.label();
    }

    /** The value of x where this is its column; null where the trial's problem has another. */
    @Nullable
    Double xIn(String column) {
        return comparison.x().equals(column) ? (Double) x : null;
    }

    boolean isCompleted() {
        return outcome.equals("COMPLETED");
    }

    /** Whether a rule of the sweep ended it early. */
    boolean isStopped() {
        return outcome.equals("STOPPED");
    }

    /** Whether nothing is known that its solution could be compared with: it trained to its end, and has no error. */
    boolean lacksTruth() {
        return isTrained && isCompleted() && Double.isNaN(errorMse);
    }
}
