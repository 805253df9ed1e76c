package stiffsweep.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.folder.StackPublisher;
import stiffsweep.result.TrialResult;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.ResultTables;
import stiffsweep.store.RunStatus;
import stiffsweep.store.StatusFile;
import stiffsweep.sweep.Sweep;

/** The result folder of a run as executors see it that publish their stacks themselves. Each process has one. */
final class SharedFolder implements Serializable {

    private static final long serialVersionUID = 1;

    // The sweep itself stays on the driver: what finds the points of a search does not travel.
    private final ResultTables tables;
    private final String root;
    private final Instant runStartedAt;
    private transient @Nullable StackPublisher publisher;

    SharedFolder(Sweep sweep, String root, Instant runStartedAt) {
        this.tables = ResultTables.of(sweep);
        this.root = root;
        this.runStartedAt = runStartedAt;
    }

    /**
     * Tells the executors of a folder whose status is that of the run.
     *
     * @throws IOException if the first of them that is asked does not see it
     */
    static Broadcast<SharedFolder> share(Sweep sweep, ResultFolder folder, JavaSparkContext spark) throws IOException {
        Path root = folder.root().toAbsolutePath();
        Broadcast<SharedFolder> shared = spark.broadcast(
                new SharedFolder(sweep, root.toString(), startedAt(folder).orElseThrow()));
        spark.setJobDescription("whether executors see the result folder");
        String refusal = spark.parallelize(List.of(shared), 1)
                .map(folderOfExecutor -> folderOfExecutor.value().refusal())
                .first();
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        return shared;
    }

    /**
     * Publishes results of a stack; those that are there already stay.
     *
     * @throws IOException if this is not the folder of the run, or it refuses them
     */
    void publish(List<TrialResult> results) throws IOException {
        String refusal = refusal();
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        publisher().publish(results);
    }

    private synchronized StackPublisher publisher() {
        if (publisher == null) {
            ResultFolder folder = new ResultFolder(Path.of(root));
            publisher = new StackPublisher(tables, folder, new LocalFiles(folder.temporary()));
        }
        return publisher;
    }

    /** Why this process cannot publish into the folder; empty where it sees that of the run. */
    private String refusal() {
        try {
            if (startedAt(new ResultFolder(Path.of(root))).equals(Optional.of(runStartedAt))) {
                return "";
            }
            return unseen("the status of this run is not there");
        } catch (IOException e) {
            return unseen(e.toString());
        }
    }

    private String unseen(String found) {
        return "with store.publish = executor every executor must see the result folder as " + root
                + ", but for one of them "
                + found
                + ": put it on a disk that all machines share, or leave store.publish = driver";
    }

    private static Optional<Instant> startedAt(ResultFolder folder) throws IOException {
        return StatusFile.read(folder).map(RunStatus::startedAt);
    }
}
