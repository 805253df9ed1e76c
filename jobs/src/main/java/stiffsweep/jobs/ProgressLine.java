package stiffsweep.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stiffsweep.store.RunStatus;

/** How a run stands, in one line. */
final class ProgressLine {

    private ProgressLine() {}

    /** Trials done, rate, time left and best error so far, as far as they are known. */
    static String of(RunStatus status) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT, "%d/%d trials (%.0f %%)", status.done(), status.planned(), 100 * status.fraction()));
        // In the first seconds a rate says as little as the time left, which is not known then.
        if (status.secondsLeft() != null) {
            parts.add(rate(status.trialsPerSecond()));
            parts.add(TimeWords.of(status.secondsLeft()) + " left");
        }
        if (status.bestError() != null) {
            parts.add(String.format(Locale.ROOT, "best error %.1e", status.bestError()));
        }
        return String.join(", ", parts);
    }

    /** Per the shortest time that has a trial in it. */
    static String rate(double trialsPerSecond) {
        double perHour = 3600 * trialsPerSecond;
        if (trialsPerSecond >= 1) {
            return String.format(Locale.ROOT, "%.1f trials/s", trialsPerSecond);
        }
        if (perHour >= 60) {
            return String.format(Locale.ROOT, "%.1f trials/min", perHour / 60);
        }
        return perHour >= 1
                ? String.format(Locale.ROOT, "%.1f trials/h", perHour)
                : String.format(Locale.ROOT, "%.1f trials/day", 24 * perHour);
    }
}
