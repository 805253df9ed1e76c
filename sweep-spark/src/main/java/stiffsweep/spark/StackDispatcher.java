package stiffsweep.spark;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialResult;

/** Sees one stack after the other through to its published end. Safe for use by several threads. */
final class StackDispatcher {

    /** How often a trial is tried alone before it is given up. */
    private static final int TRIES_ALONE = 2;

    private final JavaSparkContext spark;
    private final StackWork work;
    private final StackPublisher publisher;
    private final RunBook book;
    private final StatusBoard board;
    private final BooleanSupplier halted;

    StackDispatcher(
            JavaSparkContext spark,
            StackWork work,
            StackPublisher publisher,
            RunBook book,
            StatusBoard board,
            BooleanSupplier halted) {
        this.spark = spark;
        this.work = work;
        this.publisher = publisher;
        this.book = book;
        this.board = board;
        this.halted = halted;
    }

    /**
     * Runs a stack and publishes its results. A stack of which nothing comes back may have been lost through one of its
     * members, so each runs again alone: only a loss when alone counts against a trial.
     *
     * @throws CancellationException if the run ends before the stack does
     */
    void settle(Stack stack) throws IOException {
        try {
            publish(stack, run(stack));
        } catch (LostStackException lost) {
            board.warning("a stack of " + stack.size() + " was lost and its trials run again one by one: "
                    + lost.getMessage());
            for (Trial trial : stack.trials()) {
                settleAlone(trial);
            }
        }
    }

    private void settleAlone(Trial trial) throws IOException {
        Stack alone = new Stack(List.of(trial));
        Instant startedAt = Instant.now();
        String reason = "";
        for (int tries = 0; tries < TRIES_ALONE; tries++) {
            try {
                publish(alone, run(alone));
                return;
            } catch (LostStackException lost) {
                reason = lost.getMessage();
            }
        }
        String failure = "the trial was lost " + TRIES_ALONE + " times when alone: " + reason
                + "; spark.log has more, and --retry failed runs it again";
        publish(alone, List.of(LostTrial.result(trial, failure, startedAt)));
    }

    private List<TrialResult> run(Stack stack) throws LostStackException {
        if (halted.getAsBoolean()) {
            throw new CancellationException();
        }
        String name = name(stack);
        book.started(name, stack);
        try {
            spark.setJobDescription("stack " + name);
            return spark.parallelize(List.of(stack), 1)
                    .map(new StackTask(work, name))
                    .collect()
                    .get(0);
        } catch (Exception e) {
            book.lost(name);
            // When Spark itself is gone, by Ctrl-C or by a cluster that ended, that says nothing about the stack.
            if (halted.getAsBoolean()) {
                throw new CancellationException();
            }
            if (spark.sc().isStopped()) {
                board.warning("Spark has ended, and with it this run: spark.log says why; the same command continues");
                throw new CancellationException();
            }
            throw new LostStackException(e);
        }
    }

    private void publish(Stack stack, List<TrialResult> results) throws IOException {
        publisher.publish(results);
        book.published(name(stack), results);
        board.published(results);
    }

    private static String name(Stack stack) {
        return ResultFolder.stackFile(stack.trials().stream().map(Trial::id).toList());
    }

    /** Nothing came back from a stack. */
    private static final class LostStackException extends Exception {
        private static final long serialVersionUID = 1;

        LostStackException(Exception cause) {
            super(firstLine(cause.getCause() == null ? cause : cause.getCause()), cause);
        }

        private static String firstLine(Throwable cause) {
            return cause.toString().lines().findFirst().orElse("");
        }
    }
}
