package stiffsweep.analysis.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;

/**
 * The trial of a method that stands for all: its error, or what stands for it, is in the middle, the larger one of two.
 *
 * @param trial the trial
 * @param quality what says how good it is
 */
record MedianTrial(ReportedTrial trial, Quality quality) {

    /** That of a method's trials; null where none has an error. */
    static @Nullable MedianTrial of(TrialGroup method) {
        Quality quality = Quality.of(method.trials());
        List<ReportedTrial> inOrder = method.trials().stream()
                .filter(trial -> Double.isFinite(quality.value(trial)))
                .sorted(Comparator.comparingDouble(quality::value).thenComparing(ReportedTrial::id))
                .toList();
        return inOrder.isEmpty() ? null : new MedianTrial(inOrder.get(inOrder.size() / 2), quality);
    }

    /** Which trial it is, and how good: {@code trial 0f3a, error 0.0012}. */
    String words() {
        return "trial " + trial.id() + ", " + quality.word() + " " + NumberText.rounded(quality.value(trial), 2);
    }
}
