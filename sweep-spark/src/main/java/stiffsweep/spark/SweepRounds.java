package stiffsweep.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.folder.PublishedTrial;
import stiffsweep.folder.PublishedTrials;
import stiffsweep.result.Outcome;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.AskedTrials;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** What is left of a sweep, round by round: a round's results may decide on the trials of the next. */
final class SweepRounds {

    private final Sweep sweep;
    private final ResultFolder folder;
    private final RunLedger ledger;
    private PublishedTrials published;
    private AskedTrials asked;

    /** @param published the rows of the folder before the first round */
    SweepRounds(Sweep sweep, ResultFolder folder, PublishedTrials published, RunLedger ledger) {
        this.sweep = sweep;
        this.folder = folder;
        this.published = published;
        this.ledger = ledger;
        this.asked = sweep.asked(published.scores());
    }

    /** What is asked for, given the rows so far. */
    AskedTrials asked() {
        return asked;
    }

    /** The trials that are asked for, given the rows, and have none. The ledger takes note of them. */
    List<Trial> missing() {
        Map<TrialId, PublishedTrial> rows = published.byTrial();
        List<Trial> missing = new ArrayList<>();
        List<Outcome.Status> done = new ArrayList<>();
        for (Trial trial : asked.trials()) {
            PublishedTrial row = rows.get(trial.id());
            if (row == null) {
                missing.add(trial);
            } else {
                done.add(row.outcome());
            }
        }
        ledger.asked(asked.trials().size(), sweep.mostTrials(asked), done);
        return missing;
    }

    /** The missing trials after a round; none where no trial depends on a result. */
    List<Trial> next() throws IOException {
        if (sweep.metrics().isEmpty()) {
            return List.of();
        }
        published = published.withNewFiles(folder, sweep.metrics(), damage -> {});
        asked = sweep.asked(published.scores());
        return missing();
    }
}
