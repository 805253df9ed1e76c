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
import stiffsweep.store.RunStatus.LiveStack;
import stiffsweep.sweep.Trial;

class RunLedgerTest {

    private static final RunStatus.State RUNNING = RunStatus.State.RUNNING;

    private final List<Trial> trials = DecaySweep.of(10, 1, 4).trials();
    private final Stack stack = new Stack(trials.subList(0, 4));
    private final SetClock clock = new SetClock();
    private final RunLedger ledger = new RunLedger("decay", clock);

    @BeforeEach
    void askForTwelveOfWhichTwoAreDone() {
        ledger.asked(12, 12, List.of(Outcome.Status.COMPLETED, Outcome.Status.FAILED));
    }

    @Test
    void countsFinishedTrialsAndPartsOfLiveOnesTowardsTheRate() {
        ledger.started("first", stack);
        ledger.published("first", stack.trials().stream().map(ClosedForm::solve).toList());
        ledger.started("second", stack);
        ledger.progressed("second", 25, 100, 0.5);
        clock.seconds = 10;

        // 4 trials are done and a quarter of 4 more; 12 - 2 - 5 are left.
        RunStatus status = ledger.status(RUNNING);
        assertThat(status.trialsPerSecond()).isEqualTo(0.5);
        assertThat(status.secondsLeft()).isEqualTo(10.0);
        assertThat(status.done()).isEqualTo(6);
    }

    @Test
    void doesNotKnowTheTimeLeftBeforeThereIsProgress() {
        clock.seconds = 10;
        assertThat(ledger.status(RUNNING).secondsLeft()).isNull();
        assertThat(ledger.status(RUNNING).bestError()).isNull();
    }

    @Test
    void estimatesNothingInTheFirstSecondsOfTrainingAndLeavesTheStartOfSparkOut() {
        clock.seconds = 8;
        ledger.started("first", stack);
        ledger.progressed("first", 0, 0, Double.NaN);
        clock.seconds = 10;
        ledger.progressed("first", 1, 100, Double.NaN);
        assertThat(ledger.status(RUNNING).secondsLeft()).isNull();

        clock.seconds = 18;
        ledger.progressed("first", 50, 100, Double.NaN);
        // 2 of the trials' worth in 10 s of training; 12 - 2 - 2 are left.
        assertThat(ledger.status(RUNNING).trialsPerSecond()).isEqualTo(0.2);
        assertThat(ledger.status(RUNNING).secondsLeft()).isEqualTo(40.0);
    }

    /** A search of which thirty of a hundred and twenty trials are asked for by now is not nearly done. */
    @Test
    void aRunThatAsksForFurtherTrialsStandsByTheMostThatItMayComeTo() {
        ledger.asked(4, 24, List.of());
        ledger.started("first", stack);
        ledger.published("first", stack.trials().stream().map(ClosedForm::solve).toList());
        clock.seconds = 10;

        RunStatus status = ledger.status(RUNNING);
        assertThat(status.fraction()).isEqualTo(4.0 / 24);
        assertThat(status.secondsLeft()).isEqualTo(50.0);
        assertThat(ledger.status(RunStatus.State.INTERRUPTED).fraction()).isEqualTo(4.0 / 24);
        assertThat(ledger.status(RunStatus.State.FINISHED).fraction()).isEqualTo(1.0);
        assertThat(ledger.summary(RunStatus.State.FINISHED).planned()).isEqualTo(4);
    }

    @Test
    void whatEarlierRunsHaveDoneOfAStackThatWaitsIsNoWorkOfThisRun() {
        ledger.started("first", stack);
        ledger.started("waits", new Stack(List.of(BegunTraining.trial(100)), List.of(BegunTraining.after(25))));
        ledger.progressed("first", 50, 100, Double.NaN);
        clock.seconds = 10;

        // 2 of the trials' worth in 10 s; 12 - 2 - 2 and three quarters of the one that waits are left.
        RunStatus status = ledger.status(RUNNING);
        assertThat(status.trialsPerSecond()).isEqualTo(0.2);
        assertThat(status.secondsLeft()).isEqualTo(38.75);
        assertThat(status.live()).extracting(LiveStack::stack).containsExactly("first");

        ledger.progressed("waits", 25, 100, Double.NaN);
        assertThat(ledger.status(RUNNING).secondsLeft()).isEqualTo(38.75);
    }

    @Test
    void remembersTheBestErrorOfLiveAndFinishedTrials() {
        ledger.started("first", stack);
        ledger.progressed("first", 1, 100, Double.NaN);
        assertThat(ledger.status(RUNNING).bestError()).isNull();
        ledger.progressed("first", 2, 100, 0.5);
        ledger.progressed("first", 3, 100, 0.7);
        assertThat(ledger.status(RUNNING).bestError()).isEqualTo(0.5);
        ledger.published("first", List.of(ClosedForm.solve(trials.get(0))));
        assertThat(ledger.status(RUNNING).bestError()).isEqualTo(Math.exp(-2));
    }

    @Test
    void forgetsProgressThatComesAfterTheResults() {
        ledger.started("first", stack);
        ledger.published("first", List.of());
        ledger.progressed("first", 100, 100, 0.5);
        assertThat(ledger.status(RUNNING).live()).isEmpty();
    }

    @Test
    void tellsEarlierRunsFromThisOne() {
        ledger.published("first", List.of(ClosedForm.solve(trials.get(0))));
        RunSummary summary = ledger.summary(RunStatus.State.FINISHED);
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
