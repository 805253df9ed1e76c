package stiffsweep.jobs;

import java.io.PrintWriter;
import stiffsweep.spark.RunListener;
import stiffsweep.store.RunStatus;

/** Shows progress on a terminal: one line with a bar, drawn over again and again. */
final class TerminalProgress implements RunListener {

    private static final int BAR = 24;

    /** To the start of the line, and clear it. */
    private static final String AFRESH = "\r\u001b[K";

    /** A line that does not fit is cut, since one that wraps cannot be drawn over. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintWriter out;

    TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void status(RunStatus status) {
        int filled = (int) Math.round(BAR * status.fraction());
        String bar = "[" + "=".repeat(filled) + " ".repeat(BAR - filled) + "] ";
        out.print(AFRESH + NO_WRAP + bar + ProgressLine.of(status) + WRAP);
        if (status.state() != RunStatus.State.RUNNING) {
            out.println();
        }
        out.flush();
    }

    @Override
    public void warning(String sentence) {
        out.println(AFRESH + "warning: " + sentence);
    }
}
