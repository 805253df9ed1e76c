package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.result.Outcome;
import stiffsweep.run.Stack;
import stiffsweep.store.RunStatus;
import stiffsweep.sweep.Trial;

class RunBookTest {

    private static final RunStatus.State RUNNING = RunStatus.State.RUNNING;

    private final List<Trial> trials = DecaySweep.of(10, 1, 4).trials();
    private final Stack stack = new Stack(trials.subList(0, 4));
    private final SetClock clock = new SetClock();
    private final RunBook book = new RunBook("decay", clock);

    @BeforeEach
    void askForTwelveOfWhichTwoAreDone() {
        book.asked(12, List.of(Outcome.Status.COMPLETED, Outcome.Status.FAILED));
    }

    @Test
    void countsFinishedTrialsAndPartsOfLiveOnesTowardsTheRate() {
        book.started("first", stack);
        book.published("first", stack.trials().stream().map(ClosedForm::solve).toList());
        book.started("second", stack);
        book.progressed("second", 25, 100, 0.5);
        clock.seconds = 10;

        // 4 trials are done and a quarter of 4 more; 12 - 2 - 5 are left.
        RunStatus status = book.status(RUNNING);
        assertThat(status.trialsPerSecond()).isEqualTo(0.5);
        assertThat(status.secondsLeft()).isEqualTo(10.0);
        assertThat(status.done()).isEqualTo(6);
    }

    @Test
    void doesNotKnowTheTimeLeftBeforeThereIsProgress() {
        clock.seconds = 10;
        assertThat(book.status(RUNNING).secondsLeft()).isNull();
        assertThat(book.status(RUNNING).bestError()).isNull();
    }

    @Test
    void estimatesNothingInTheFirstSecondsOfTrainingAndLeavesTheStartOfSparkOut() {
        clock.seconds = 8;
        book.started("first", stack);
        book.progressed("first", 0, 0, Double.NaN);
        clock.seconds = 10;
        book.progressed("first", 1, 100, Double.NaN);
        assertThat(book.status(RUNNING).secondsLeft()).isNull();

        clock.seconds = 18;
        book.progressed("first", 50, 100, Double.NaN);
        // 2 of the trials' worth in 10 s of training; 12 - 2 - 2 are left.
        assertThat(book.status(RUNNING).trialsPerSecond()).isEqualTo(0.2);
        assertThat(book.status(RUNNING).secondsLeft()).isEqualTo(40.0);
    }

    @Test
    void remembersTheBestErrorOfLiveAndFinishedTrials() {
        book.started("first", stack);
        book.progressed("first", 1, 100, Double.NaN);
        assertThat(book.status(RUNNING).bestError()).isNull();
        book.progressed("first", 2, 100, 0.5);
        book.progressed("first", 3, 100, 0.7);
        assertThat(book.status(RUNNING).bestError()).isEqualTo(0.5);
        book.published("first", List.of(ClosedForm.solve(trials.get(0))));
        assertThat(book.status(RUNNING).bestError()).isEqualTo(Math.exp(-2));
    }

    @Test
    void forgetsProgressThatComesAfterTheResults() {
        book.started("first", stack);
        book.published("first", List.of());
        book.progressed("first", 100, 100, 0.5);
        assertThat(book.status(RUNNING).live()).isEmpty();
    }

    @Test
    void tellsEarlierRunsFromThisOne() {
        book.published("first", List.of(ClosedForm.solve(trials.get(0))));
        RunSummary summary = book.summary(RunStatus.State.FINISHED);
        assertThat(summary.alreadyDone()).isEqualTo(2);
        assertThat(summary.runNow()).isEqualTo(1);
        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(2);
        assertThat(summary.count(Outcome.Status.TIMED_OUT)).isZero();
    }

    /** A clock that stands where it is set. */
    private static final class SetClock extends Clock {
        private int seconds;

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
