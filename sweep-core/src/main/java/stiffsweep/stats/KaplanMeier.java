package stiffsweep.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How long it takes until something is reached, where some trials ended before they reached it.
 *
 * <p>E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American Statistical
 * Association 53 (1958) 457. A trial that ended counts among those that may still reach it up to its end, and is no
 * measurement of anything after.
 */
public final class KaplanMeier {

    private KaplanMeier() {}

    /**
     * How long a trial was seen.
     *
     * @param end when it reached what was asked, or else ended; infinite for one that never reaches it, however long it went on
     * @param isReached whether it did reach it
     */
    public record Span(double end, boolean isReached) {}

    /** The median time; infinite where half of the trials or more are not known to reach it. */
    public static double median(List<Span> spans) {
        List<Span> inOrder = spans.stream()
                .sorted(Comparator.comparingDouble(Span::end).thenComparing(span -> !span.isReached()))
                .toList();
        double left = 1;
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i).isReached()) {
                left *= 1 - 1.0 / (inOrder.size() - i);
                // Rounding must not carry a half over its own limit.
                if (left <= 0.5 + 1e-12) {
                    return inOrder.get(i).end();
                }
            }
        }
        return spans.isEmpty() ? Double.NaN : Double.POSITIVE_INFINITY;
    }

    /** The interval of the median. */
    public static Interval interval(List<Span> spans, Bootstrap bootstrap) {
        return bootstrap.interval(
                spans.size(),
                drawn -> median(Arrays.stream(drawn).mapToObj(spans::get).toList()));
    }
}
