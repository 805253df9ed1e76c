package stiffsweep.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Tries again what a file system refuses now and then, each time after twice the wait.
 *
 * @param tries how often at most
 * @param first the wait after the first failure
 */
public record BackOff(int tries, Duration first) {

    /** Some three seconds in all: a network disk that hangs for a moment. */
    public static final BackOff OF_A_DISK = new BackOff(5, Duration.ofMillis(200));

    /** Something that may fail and may be done again. */
    @FunctionalInterface
    public interface Action {
        /**
         * Does it once.
         *
         * @throws IOException if it fails, and may be done again
         */
        void run() throws IOException;
    }

    /** Something that may fail, and may be asked again. */
    @FunctionalInterface
    public interface Attempt<T> {
        /**
         * Asks once.
         *
         * @throws IOException if it fails, and may be asked again
         */
        T ask() throws IOException;
    }

    /**
     * Does it.
     *
     * @throws IOException the last failure, if every try fails
     */
    public void run(Action action) throws IOException {
        answer(() -> {
            action.run();
            return true;
        });
    }

    /**
     * The answer to a question. A file that was merged with others between the look at its folder and the look at itself is
     * one more thing that another try finds in order.
     *
     * @throws IOException the last failure, if every try fails
     */
    public <T> T answer(Attempt<T> attempt) throws IOException {
        Duration wait = first;
        for (int failures = 1; ; failures++) {
            try {
                return attempt.ask();
            } catch (IOException e) {
                if (failures == tries) {
                    throw e;
                }
                sleep(wait, e);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private static void sleep(Duration wait, IOException failure) throws IOException {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted before the next try");
            interrupted.initCause(failure);
            throw interrupted;
        }
    }
}
