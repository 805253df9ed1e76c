package stiffsweep.jobs;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import stiffsweep.spark.RunListener;
import stiffsweep.store.RunStatus;

/** Shows progress where there is no terminal: a plain line every few seconds, and no line twice within a minute. */
final class PlainProgress implements RunListener {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SAME_LINES = Duration.ofMinutes(1);

    private final PrintWriter out;
    private Instant next = Instant.MIN;
    private Instant nextSame = Instant.MIN;
    private String last = "";

    PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void status(RunStatus status) {
        String line = ProgressLine.of(status);
        Instant due = line.equals(last) ? nextSame : next;
        if (status.state() != RunStatus.State.RUNNING || !status.updatedAt().isBefore(due)) {
            out.println(line);
            last = line;
            next = status.updatedAt().plus(BETWEEN_LINES);
            nextSame = status.updatedAt().plus(BETWEEN_SAME_LINES);
        }
    }

    @Override
    public void warning(String sentence) {
        out.println("warning: " + sentence);
    }
}
