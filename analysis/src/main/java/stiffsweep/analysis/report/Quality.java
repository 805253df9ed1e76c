package stiffsweep.analysis.report;

import java.util.List;
import stiffsweep.store.MeasuredColumns;

/** The number that says how good trials are: their error, or what stands for it where they have none. */
enum Quality {
    /** Of trials that trained, where a truth is known. */
    ERROR(
            MeasuredColumns.ERROR_MSE.name(),
            "error",
            "mean squared error (unit of the solution squared)",
            "Mean squared error of the best checkpoint against the truth."),
    /** Of trials that trained, where none is known. */
    LOSS(
            MeasuredColumns.LOSS_TOTAL.name(),
            "loss",
            "total loss",
            "Total loss of the best checkpoint: no truth is known."),
    /** Of trials that trained nothing. */
    BASELINE(
            MeasuredColumns.BASELINE_ERROR_RELATIVE_L2.name(),
            "baseline error",
            "relative error ‖baseline − truth‖ / ‖truth‖",
            "Relative error ‖baseline − truth‖ / ‖truth‖ of the conventional method: nothing was trained.");

    private final String column;
    private final String word;
    private final String label;
    private final String meaning;

    Quality(String column, String word, String label, String meaning) {
        this.column = column;
        this.word = word;
        this.label = label;
        this.meaning = meaning;
    }

    /** The best that all these trials have in common, but for those that did not complete. */
    static Quality of(List<ReportedTrial> trials) {
        List<ReportedTrial> trained =
                trials.stream().filter(ReportedTrial::isTrained).toList();
        if (trained.isEmpty()) {
            return BASELINE;
        }
        boolean isErrorKnown = trained.stream().anyMatch(trial -> Double.isFinite(trial.errorMse()));
        return !isErrorKnown && trained.stream().anyMatch(ReportedTrial::lacksTruth) ? LOSS : ERROR;
    }

    /** The number of one trial; NaN where it has none. */
    double value(ReportedTrial trial) {
        return switch (this) {
            case ERROR -> trial.errorMse();
            case LOSS -> trial.lossTotal();
            case BASELINE -> trial.baselineError();
        };
    }

    /** The name of its result column. */
    String column() {
        return column;
    }

    /** What it is called in a sentence. */
    String word() {
        return word;
    }

    /** What is written along its axis. */
    String label() {
        return label;
    }

    /** What it is, in a sentence. */
    String meaning() {
        return meaning;
    }
}
