package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeSet;
import java.util.function.Consumer;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.ResultFolder;

/**
 * Keeps a folder from filling with small files while a run writes into it: when there are many they are merged, on a thread
 * of its own. Needs the folder's lock. Safe for use by several threads.
 */
public final class Compaction implements AutoCloseable {

    private static final int MOST_SMALL = 500;

    /** A stack with files of so many bytes is not small. */
    private static final long LARGE = 16L << 20;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final StackBatches batches;
    private final StackMerge merge;
    private final int mostSmall;
    private final Duration grace;
    private final Consumer<String> warnings;
    private final Timer timer = new Timer("sweep-compaction", true);
    private final SortedSet<String> small = new TreeSet<>();
    private final Queue<Merged> merged = new ArrayDeque<>();
    private volatile boolean isClosed;

    private record Merged(List<String> stacks, String into, long publishedNanos) {}

    /**
     * A compaction that knows of no stack yet.
     *
     * @param mostSmall so many small stacks are left as they are
     * @param grace how long small files stay beside the merged ones, for readers that have listed them
     */
    Compaction(ResultFolder folder, FilePublisher files, int mostSmall, Duration grace, Consumer<String> warnings) {
        this.batches = new StackBatches(folder, LARGE);
        this.merge = new StackMerge(folder, files);
        this.mostSmall = mostSmall;
        this.grace = grace;
        this.warnings = warnings;
    }

    /**
     * Starts with the stacks that are there, each of them committed.
     *
     * @param warnings hears what could not be merged or deleted; results do not depend on it
     * @throws IOException if the folder cannot be listed
     */
    public static Compaction start(ResultFolder folder, FilePublisher files, Consumer<String> warnings)
            throws IOException {
        Compaction compaction = new Compaction(folder, files, MOST_SMALL, GRACE, warnings);
        for (Path file : ResultFolder.files(folder.trials(), "*.parquet")) {
            compaction.published(file.getFileName().toString());
        }
        return compaction;
    }

    /** Hears that the files of a stack are there, and that nobody will look for them by their name. */
    public void published(String stack) {
        synchronized (small) {
            small.add(stack);
            if (small.size() > mostSmall) {
                after(Duration.ZERO, this::compact);
            }
        }
    }

    /** Does a step on the thread of this compaction, unless that is closed first. */
    private void after(Duration wait, Runnable step) {
        if (isClosed) {
            return;
        }
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                synchronized (Compaction.this) {
                    if (!isClosed) {
                        step.run();
                    }
                }
            }
        };
        try {
            timer.schedule(task, wait.toMillis());
        } catch (IllegalStateException e) {
            // Closed meanwhile: the next run does it.
            warnings.accept("small result files are no longer merged in this run: " + e.getMessage());
        }
    }

    private List<String> takeIfMany() {
        synchronized (small) {
            if (small.size() <= mostSmall) {
                return List.of();
            }
            List<String> stacks = List.copyOf(small);
            small.clear();
            return stacks;
        }
    }

    private void compact() {
        List<String> stacks = takeIfMany();
        try {
            for (List<String> batch : batches.of(stacks)) {
                String into = merge.publish(batch);
                merged.add(new Merged(batch, into, System.nanoTime()));
                after(grace, this::deleteOldest);
                published(into);
            }
        } catch (IOException | RuntimeException e) {
            // Results do not depend on it.
            warnings.accept("small result files must be merged, but stay as they are: " + e.getMessage());
        }
    }

    /** Ends the merge that waits longest. */
    private void deleteOldest() {
        Merged oldest = merged.poll();
        if (oldest != null) {
            try {
                merge.delete(oldest.stacks(), oldest.into());
            } catch (IOException e) {
                warnings.accept("result files that were merged must be deleted, but stay until the next run: " + e);
            }
        }
    }

    /**
     * Merges what is left where it is much, and waits until what was merged is deleted.
     *
     * @throws InterruptedException if this thread is interrupted as it waits; the next run does the rest
     */
    public synchronized void finish() throws InterruptedException {
        compact();
        for (Merged oldest = merged.peek(); oldest != null; oldest = merged.peek()) {
            Duration age = Duration.ofNanos(System.nanoTime() - oldest.publishedNanos());
            Thread.sleep(Math.max(0, grace.minus(age).toMillis()));
            deleteOldest();
        }
    }

    /** Leaves what is not finished to the next run. */
    @Override
    public synchronized void close() {
        isClosed = true;
        timer.cancel();
    }
}
