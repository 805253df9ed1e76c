package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Trial;

/**
 * Trials of stacks that have ended the process of a local run. In later runs each of them trains alone, so that the one that
 * does it again is known. Safe for use by several threads.
 */
final class Suspects {

    private static final String MARK = ".alone";

    private final ResultFolder folder;
    private final FilePublisher files;
    private final Set<String> ids;

    /** Those of a folder. */
    Suspects(ResultFolder folder, FilePublisher files) throws IOException {
        this.folder = folder;
        this.files = files;
        ids = ResultFolder.files(folder.attempts(), "*" + MARK).stream()
                .map(mark -> String.valueOf(mark.getFileName()).replace(MARK, ""))
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    }

    boolean contains(Trial trial) {
        return ids.contains(trial.id().hex());
    }

    /** Adds trials, for a reason. */
    void add(List<Trial> trials, String reason) throws IOException {
        for (Trial trial : trials) {
            Path mark = folder.attempts().resolve(trial.id().hex() + MARK);
            files.replace(draft -> Files.writeString(draft, reason + "\n"), mark);
            ids.add(trial.id().hex());
        }
    }
}
