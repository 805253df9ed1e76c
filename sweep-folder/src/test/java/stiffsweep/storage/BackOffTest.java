package stiffsweep.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainUntilItIsDone() throws IOException {
        new BackOff(3, Duration.ofMillis(1)).run(() -> failUntil(3));
        assertThat(tries).hasValue(3);
    }

    @Test
    void failsWithTheLastFailure() {
        assertThatThrownBy(() -> new BackOff(3, Duration.ofMillis(1)).run(() -> failUntil(4)))
                .isInstanceOf(IOException.class)
                .hasMessage("try 3");
    }

    @Test
    void doesNotWaitWhereTheRunEnds() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new BackOff(3, Duration.ofHours(1)).run(() -> failUntil(4)))
                .isInstanceOf(InterruptedIOException.class)
                .cause()
                .hasMessage("try 1");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void failUntil(int done) throws IOException {
        if (tries.incrementAndGet() < done) {
            throw new IOException("try " + tries);
        }
    }
}
