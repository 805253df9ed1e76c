package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.stats.KaplanMeier.Span;

class KaplanMeierTest {

    /** Freireich and others (1963), weeks of remission under 6-MP: the median of 23 weeks is in every textbook. */
    @Test
    void meetsTheRemissionsOfFreireich() {
        double[] relapsed = {6, 6, 6, 7, 10, 13, 16, 22, 23};
        double[] censored = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

        assertThat(KaplanMeier.median(spans(relapsed, censored))).isEqualTo(23);
    }

    @Test
    void isTheLowerMedianWhereAllReachIt() {
        assertThat(KaplanMeier.median(spans(new double[] {4, 1, 3, 2}, new double[0])))
                .isEqualTo(2);
        assertThat(KaplanMeier.median(spans(new double[] {5, 1, 3}, new double[0])))
                .isEqualTo(3);
    }

    @Test
    void isInfiniteWhereHalfNeverReachIt() {
        double never = Double.POSITIVE_INFINITY;
        List<Span> spans = spans(new double[] {1, 2}, new double[] {never, never, never});

        assertThat(KaplanMeier.median(spans)).isInfinite();
        assertThat(KaplanMeier.interval(spans, Bootstrap.STANDARD).lower()).isEqualTo(1);
        assertThat(KaplanMeier.interval(spans, Bootstrap.STANDARD).upper()).isInfinite();
    }

    private static List<Span> spans(double[] reached, double[] censored) {
        List<Span> spans = new ArrayList<>();
        for (double end : reached) {
            spans.add(new Span(end, true));
        }
        for (double end : censored) {
            spans.add(new Span(end, false));
        }
        return spans;
    }
}
