package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stiffsweep.folder.DecaySweep;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;

class HandOutTest {

    private final List<Stack> stacks = StackPlanner.plan(DecaySweep.of(6, 1, 1).trials(), group -> 1);
    private final HandOut order = new HandOut();

    /** The threads are begun from the last to the first; the third stack is given up before its turn. */
    @Test
    void stacksAreHandedOutInTheirOrderWhoeverComesFirst() throws InterruptedException {
        order.add(stacks);
        List<Integer> handedOut = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(stacks.size());
        order.pass(stacks.get(2));
        for (int i = stacks.size() - 1; i >= 0; i--) {
            int place = i;
            if (place != 2) {
                threads.execute(() -> {
                    try {
                        order.await(stacks.get(place));
                        handedOut.add(place);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        order.pass(stacks.get(place));
                    }
                });
            }
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(handedOut).containsExactly(0, 1, 3, 4, 5);
    }

    /** A wait without an end would be its failure. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void aSecondStartAndAFurtherRoundWaitForNobodyWhoHasPassed() throws InterruptedException {
        order.add(stacks.subList(0, 2));
        order.pass(stacks.get(1));
        order.pass(stacks.get(0));
        order.add(stacks.subList(2, 4));

        order.await(stacks.get(0));
        order.await(new Stack(stacks.get(5).trials()));
        order.await(stacks.get(2));
        order.pass(stacks.get(2));
        order.await(stacks.get(3));
    }
}
