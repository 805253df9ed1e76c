package stiffsweep.analysis.report;

import stiffsweep.analysis.Results;
import stiffsweep.store.CurveColumns;
import stiffsweep.store.SolutionColumns;
import stiffsweep.sweep.ReportPolicy.FigureKind;

/** A positive quantity that each trial has many values of: along its training, or along a single input. */
enum Trace {
    /** How the loss falls. */
    LOSS(
            Along.TRAINING,
            CurveColumns.LOSS_TOTAL.name(),
            CurveColumns.LOSS_TOTAL.name(),
            "training",
            "total loss",
            "Total loss in training. Each method has a loss of its own: heights do not compare between methods."),
    /** How the error falls (arXiv 2602.21988, eq. 46 and Fig. 4). */
    ERROR(
            Along.TRAINING,
            CurveColumns.ERROR_RELATIVE_SQUARED.name(),
            CurveColumns.ERROR_RELATIVE_SQUARED.name(),
            "error-training",
            "mean squared relative error",
            "Mean squared relative error against the truth in training (arXiv 2602.21988, eq. 46 and Fig. 4), at the"
                    + " weights of each epoch."),
    /**
     * Where each method is wrong (arXiv 2602.21988, eq. 44 and Fig. 3); raised, so that no error is zero. The paper's
     * truth is a logarithm, which never decays to nothing.
     */
    ERROR_PROFILE(
            Along.INPUT,
            SolutionColumns.TRUTH.name(),
            "case when " + Rows.MEANINGFUL + " then pow((value - truth) / truth, 2) + 1e-15 end",
            "error-profile",
            "squared relative error",
            "Squared relative error of the best checkpoint at each point, raised by 1e-15, where the size of the"
                    + " truth is above 1e-6 of its largest: below, a relative error measures nothing."),
    /** How each method weights the equation's residual from point to point (arXiv 2602.21988, Fig. 4). */
    WEIGHT_PROFILE(
            Along.INPUT,
            SolutionColumns.WEIGHT.name(),
            SolutionColumns.WEIGHT.name(),
            "weight-profile",
            "weight of the residual",
            "What multiplies the size of the equation's residual at each point, at the best checkpoint.");

    private final Along along;
    private final String column;
    private final String expression;
    private final String name;
    private final String label;
    private final String caption;

    Trace(Along along, String column, String expression, String name, String label, String caption) {
        this.along = along;
        this.column = column;
        this.expression = expression;
        this.name = name;
        this.label = label;
        this.caption = caption;
    }

    /** The kind of its figures. */
    FigureKind kind() {
        return switch (this) {
            case LOSS, ERROR -> FigureKind.TRAINING;
            case ERROR_PROFILE -> FigureKind.SOLUTION;
            case WEIGHT_PROFILE -> FigureKind.WEIGHT;
        };
    }

    /** What the names of its figures end with. */
    String fileName() {
        return name;
    }

    String label() {
        return label;
    }

    /** What it is, in sentences. */
    String caption() {
        return caption;
    }

    boolean isAlongTraining() {
        return along == Along.TRAINING;
    }

    /** Whether results have it at all. */
    boolean isMeasured(Results results) {
        return results.columns(along.view).containsKey(column);
    }

    /** The query for the trial, field, position and value of each value of some trials, whose ids are a list of literals. */
    String rows(String trialIds, Results results) {
        String position = switch (along) {
            case TRAINING -> CurveColumns.EPOCH.name();
            case INPUT -> Inputs.of(results).single();
        };
        return Rows.ALL.formatted(along.field, position, expression, along.rows.formatted(trialIds));
    }

    /** Whether some truth of these trials has decayed so far that a mean of errors relative to it means nothing. */
    static boolean isTruthSomewhereNothing(String trialIds, Results results) {
        String decayed = "select 1 from (" + Rows.PROFILES.formatted(trialIds) + ") where truth is not null and not "
                + Rows.MEANINGFUL + " limit 1";
        return !results.query(decayed).rows().isEmpty();
    }

    /** What a quantity runs along: a view of the results with its columns. */
    private enum Along {
        TRAINING("curves", Rows.CURVES, "''"),
        INPUT("solutions", Rows.PROFILES, SolutionColumns.FIELD.name());

        private final String view;
        private final String rows;
        private final String field;

        Along(String view, String rows, String field) {
            this.view = view;
            this.rows = rows;
            this.field = field;
        }
    }

    /** The SQL of rows. */
    private static final class Rows {

        private static final String ALL = """
                select trial_id, %1$s, %2$s::double, (%3$s)::double
                from (%4$s)
                where %2$s is not null and (%3$s) is not null
                order by %2$s, trial_id
                """;

        /** The rows of the solutions of some trials, each with the largest truth of its trial and field. */
        private static final String PROFILES = """
                select *, max(abs(truth)) filter (isfinite(truth)) over (partition by trial_id, field) as largest_truth
                from solutions
                where trial_id in (%s)
                """;

        private static final String CURVES = "select * from curves where trial_id in (%s)";

        /** A truth below this part of its largest has decayed to nothing: an error in units of it measures nothing. */
        private static final double LEAST_TRUTH = 1e-6;

        private static final String MEANINGFUL = "abs(truth) > " + LEAST_TRUTH + " * largest_truth";

        private Rows() {}
    }
}
