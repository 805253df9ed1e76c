package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Files;
import stiffsweep.storage.FolderAccessException;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Scores;
import stiffsweep.sweep.Sweep;

/** What a result folder knows of the trials of a sweep. */
public final class FolderScores {

    private FolderScores() {}

    /**
     * The scores in the rows of a folder, also while a run is writing into it; none where the sweep's trials depend on none.
     *
     * @throws FolderAccessException if the folder cannot be read
     */
    public static Scores of(ResultFolder folder, Sweep sweep) {
        if (sweep.metrics().isEmpty() || !Files.isDirectory(folder.trials())) {
            return Scores.NONE;
        }
        try {
            return PublishedTrials.NONE
                    .withNewFiles(folder, sweep.metrics(), damage -> {})
                    .scores();
        } catch (IOException e) {
            throw new FolderAccessException(folder.root().toString(), e);
        }
    }
}
