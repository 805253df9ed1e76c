package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.schema.MessageType;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.TrialId;

/**
 * Sorts stacks into batches that can be merged: their tables have the same columns, and no trial is in two of them.
 *
 * @param enough a batch of so many bytes is full, and a stack of so many is left out
 */
record StackBatches(ResultFolder folder, long enough) {

    private static final class Batch {
        private final List<String> stacks = new ArrayList<>();
        private final Set<TrialId> trials = new TreeSet<>();
        private long bytes;
    }

    /** Batches of two stacks and more; what fits into none is left out. */
    List<List<String>> of(List<String> stacks) throws IOException {
        List<List<String>> full = new ArrayList<>();
        Map<List<MessageType>, Batch> filling = new HashMap<>();
        for (String stack : stacks) {
            long bytes = bytes(stack);
            if (bytes < enough) {
                List<MessageType> types = types(stack);
                Batch batch = filling.computeIfAbsent(types, key -> new Batch());
                add(stack, bytes, batch);
                if (batch.bytes >= enough) {
                    full.add(batch.stacks);
                    filling.remove(types);
                }
            }
        }
        filling.values().forEach(batch -> full.add(batch.stacks));
        full.removeIf(batch -> batch.size() < 2);
        return full;
    }

    private void add(String stack, long bytes, Batch batch) throws IOException {
        Set<TrialId> trials =
                PublishedTrials.read(folder.trials().resolve(stack), Set.of()).keySet();
        if (Collections.disjoint(batch.trials, trials)) {
            batch.stacks.add(stack);
            batch.trials.addAll(trials);
            batch.bytes += bytes;
        }
    }

    private long bytes(String stack) throws IOException {
        long bytes = 0;
        for (Path file : files(stack)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<MessageType> types(String stack) throws IOException {
        List<MessageType> types = new ArrayList<>();
        for (Path file : files(stack)) {
            types.add(ParquetTable.type(file));
        }
        return types;
    }

    private List<Path> files(String stack) {
        return folder.tables().stream()
                .map(table -> table.resolve(stack))
                .filter(Files::exists)
                .toList();
    }
}
