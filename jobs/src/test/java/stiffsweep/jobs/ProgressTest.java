package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.result.Outcome;
import stiffsweep.spark.RunListener;
import stiffsweep.store.RunStatus;
import stiffsweep.store.RunStatus.LiveStack;
import stiffsweep.store.RunStatus.State;

class ProgressTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void aStackThatIsHalfTrainedCountsByHalf() {
        assertThat(status(State.RUNNING, 0).fraction()).isEqualTo((8 + 0.5 * 4) / 40);
    }

    @Test
    void theLineHasRateTimeLeftAndBestError() {
        assertThat(ProgressLine.of(status(State.RUNNING, 0)))
                .isEqualTo("8/40 trials (25 %), 30.0 trials/min, 1 h 4 min left, best error 1.2e-07");
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2.5 trials/s", "0.5, 30.0 trials/min", "0.01, 36.0 trials/h", "1e-4, 8.6 trials/day"})
    void aRateIsPerATimeThatHasATrialInIt(double perSecond, String text) {
        assertThat(ProgressLine.rate(perSecond)).isEqualTo(text);
    }

    @Test
    void elsewhereThanOnATerminalALineComesEachFiveSecondsAndAtTheEnd() {
        RunListener progress = new PlainProgress(new PrintWriter(shown, true));

        for (int second = 0; second <= 11; second++) {
            progress.status(status(State.RUNNING, second, 50L * second));
        }
        progress.status(status(State.FINISHED, 12));

        assertThat(shown.toString().lines()).hasSize(4);
        assertThat(shown.toString()).doesNotContain("\r");
    }

    @Test
    void elsewhereThanOnATerminalALineThatSaysNothingNewComesOnceAMinute() {
        RunListener progress = new PlainProgress(new PrintWriter(shown, true));

        for (int second = 0; second <= 61; second++) {
            progress.status(status(State.RUNNING, second));
        }

        assertThat(shown.toString().lines()).hasSize(2);
    }

    @Test
    void onATerminalEachStatusIsDrawnOverTheOneBefore() {
        RunListener progress = new TerminalProgress(new PrintWriter(shown, true));

        progress.status(status(State.RUNNING, 0));
        progress.status(status(State.FINISHED, 1));

        assertThat(shown.toString().split("\r", -1)).hasSize(3);
        assertThat(shown.toString()).endsWith(System.lineSeparator());
        assertThat(shown.toString()).contains("[======                  ] 8/40 trials");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "0.2, 1 s", "59.4, 59 s", "59.6, 1 min", "3569, 59 min", "3571, 1 h 0 min", "100000, 1 d 3 h"
    })
    void timesAreSaidInTheirTwoLargestUnits(double seconds, String words) {
        assertThat(TimeWords.of(seconds)).isEqualTo(words);
    }

    private static RunStatus status(State state, int second) {
        return status(state, second, 500);
    }

    private static RunStatus status(State state, int second, long epoch) {
        return new RunStatus(
                "sweep",
                state,
                40,
                new TreeMap<>(Map.of(Outcome.Status.COMPLETED, 7, Outcome.Status.DIVERGED, 1)),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(second),
                0.5,
                3840.0,
                1.2345e-7,
                List.of(new LiveStack("s-0", 4, epoch, 1000, 1.2345e-7)));
    }
}
