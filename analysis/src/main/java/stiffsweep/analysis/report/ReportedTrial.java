package stiffsweep.analysis.report;

/**
 * What a report needs of a trial; numbers are NaN where they were not measured.
 *
 * @param id the trial's id
 * @param problem the trial's problem
 * @param group the label of the trial's method: its settings that vary, but for the problem and x
 * @param x the value of the report's abscissa
 * @param replicate the replicate
 * @param outcome how it ended
 * @param failure why it did not complete; empty where it did
 * @param epochs how many epochs it trained
 * @param lossTotal the weighted total loss of the best checkpoint
 * @param errorMse the mean squared error against the truth
 * @param hessianLambdaMax the largest Hessian eigenvalue of the residual loss
 */
record ReportedTrial(
        String id,
        String problem,
        String group,
        double x,
        long replicate,
        String outcome,
        String failure,
        double epochs,
        double lossTotal,
        double errorMse,
        double hessianLambdaMax) {

    /** Whether nothing is known that its solution could be compared with: it came to its end, and yet has no error. */
    boolean lacksTruth() {
        return outcome.equals("COMPLETED") && Double.isNaN(errorMse);
    }
}
