package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import stiffsweep.folder.DecaySweep;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;

class StackPoolTest {

    private final List<Stack> stacks = StackPlanner.plan(DecaySweep.of(2, 1, 1).trials(), group -> 1);

    @Test
    void aStackThatIsBeingPublishedWhenTheRunEndsIsNotInterrupted() {
        RunLedger ledger = new RunLedger("decay", Clock.systemUTC());
        Thread run = Thread.currentThread();
        CountDownLatch isPublishing = new CountDownLatch(1);
        CompletableFuture<Boolean> wasInterrupted = new CompletableFuture<>();
        StackPool.StackStep step = stack -> {
            if (stack.equals(stacks.get(0))) {
                isPublishing.countDown();
                // From when the run waits for its threads nothing more is done to them.
                while (!ledger.isEnding() || run.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                wasInterrupted.complete(Thread.currentThread().isInterrupted());
            } else {
                await(isPublishing);
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> new StackPool(ledger).run(stacks, 2, step, () -> {}))
                .hasMessage("no space left");
        assertThat(wasInterrupted).isCompletedWithValue(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
