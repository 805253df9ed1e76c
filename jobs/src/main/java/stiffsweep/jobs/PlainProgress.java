package stiffsweep.jobs;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import stiffsweep.spark.RunListener;
import stiffsweep.store.RunStatus;

/** Shows progress where there is no terminal: a plain line every few seconds. */
final class PlainProgress implements RunListener {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private Instant next = Instant.MIN;

    PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void status(RunStatus status) {
        if (status.state() != RunStatus.State.RUNNING || !status.updatedAt().isBefore(next)) {
            out.println(ProgressLine.of(status));
            next = status.updatedAt().plus(BETWEEN_LINES);
        }
    }

    @Override
    public void warning(String sentence) {
        out.println("warning: " + sentence);
    }
}
