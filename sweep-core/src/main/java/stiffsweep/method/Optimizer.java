package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Locale;
import stiffsweep.loss.StackLoss;

/** The optimisers that {@code training.optimizer} and {@code training.polish.optimizer} may name. */
public enum Optimizer {
    ADAM,
    ADAMW,
    LBFGS,
    LEVENBERG_MARQUARDT;

    /** The optimiser with a name as in a sweep file, such as {@code levenberg-marquardt}. */
    public static Optimizer named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The method before its first step.
     *
     * @param rows where the trials start, {@code [trials, numbers]}; may change in place
     */
    public Method start(StackLoss loss, NDArray rows) {
        return switch (this) {
            case ADAM, ADAMW -> StackedAdam.of(loss, rows);
            case LBFGS -> StackedLbfgs.of(loss, rows);
            case LEVENBERG_MARQUARDT -> LevenbergMarquardt.of(loss, rows);
        };
    }

    /** The method from where each trial stood after so many epochs. */
    public Method resume(StackLoss loss, int epoch, List<Method.Snapshot> trials) {
        return switch (this) {
            case ADAM, ADAMW -> StackedAdam.resumed(loss, epoch, known(trials, TrialSlices.class));
            case LBFGS -> StackedLbfgs.resumed(loss, known(trials, StackedLbfgs.Known.class));
            case LEVENBERG_MARQUARDT -> LevenbergMarquardt.resumed(loss, known(trials, LevenbergMarquardt.Known.class));
        };
    }

    private static <T> List<T> known(List<Method.Snapshot> trials, Class<T> type) {
        return trials.stream().map(type::cast).toList();
    }
}
