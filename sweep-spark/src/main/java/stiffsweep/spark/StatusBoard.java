package stiffsweep.spark;

import java.io.IOException;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import stiffsweep.result.TrialResult;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RunStatus;
import stiffsweep.store.StatusFile;

/** Shows how a run stands, in its folder and to its listener. Safe for use by several threads. */
final class StatusBoard implements AutoCloseable {

    private static final long PERIOD_MILLIS = 1000;

    private final RunLedger ledger;
    private final ResultFolder folder;
    private final RunListener listener;
    private final Timer ticker = new Timer("sweep-status", true);
    private boolean hasEnded;

    StatusBoard(RunLedger ledger, ResultFolder folder, RunListener listener) {
        this.ledger = ledger;
        this.folder = folder;
        this.listener = listener;
    }

    /** Shows the status now, and then each second. */
    void start() throws IOException {
        show(RunStatus.State.RUNNING);
        TimerTask tick = new TimerTask() {
            @Override
            public void run() {
                tick();
            }
        };
        ticker.schedule(tick, PERIOD_MILLIS, PERIOD_MILLIS);
    }

    /** Shows how the run has ended; what comes later, from whichever thread, changes nothing. */
    synchronized void end(RunStatus.State state) throws IOException {
        show(state);
        hasEnded = true;
    }

    synchronized void published(List<TrialResult> results) {
        listener.published(results);
    }

    synchronized void warning(String sentence) {
        listener.warning(sentence);
    }

    private void tick() {
        try {
            show(RunStatus.State.RUNNING);
        } catch (IOException e) {
            // Results have ways of their own to fail; a status that is not shown ends no run.
            warning("the status must be written each second, but got: " + e);
        }
    }

    private synchronized void show(RunStatus.State state) throws IOException {
        if (!hasEnded) {
            RunStatus status = ledger.status(state);
            StatusFile.write(folder, status);
            listener.status(status);
        }
    }

    @Override
    public void close() {
        ticker.cancel();
    }
}
