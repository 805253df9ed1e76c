package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.TrialId;

/**
 * Puts the rows of several stacks into the files of one. Needs the folder's lock.
 *
 * <p>Its two steps make it safe to be killed at any point, and to be looked at. The merged files are published like those of
 * any stack, the trials file last; from then on each row is there twice, of which readers take one. Then the small files
 * go, the trials file of each stack first, so that none stands without its curves.
 */
final class StackMerge {

    private final ResultFolder folder;
    private final FilePublisher files;

    StackMerge(ResultFolder folder, FilePublisher files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * The first step: publishes the rows of stacks that have no trial in common as those of one stack.
     *
     * @return the name of its files
     */
    String publish(Collection<String> stacks) throws IOException {
        Set<TrialId> trials = new TreeSet<>();
        for (String stack : stacks) {
            trials.addAll(PublishedTrials.read(folder.trials().resolve(stack), Set.of())
                    .keySet());
        }
        String merged = ResultFolder.stackFile(trials);
        for (Path table : folder.tables()) {
            List<Path> sources =
                    stacks.stream().map(table::resolve).filter(Files::exists).toList();
            if (!sources.isEmpty()) {
                // The name may be that of one of them, from which a trial was retired that has a row again.
                files.replace(draft -> ParquetTable.merge(sources, draft), table.resolve(merged));
            }
        }
        return merged;
    }

    /** The second step: deletes the files of stacks that were merged. */
    void delete(Collection<String> stacks, String merged) throws IOException {
        for (String stack : stacks) {
            if (!stack.equals(merged)) {
                files.delete(folder.trials().resolve(stack));
                files.delete(folder.curves().resolve(stack));
                files.delete(folder.solutions().resolve(stack));
            }
        }
    }

    /**
     * Finishes what was cut off after the first step.
     *
     * @return the trials in the files that are left
     */
    PublishedTrials finish(PublishedTrials published) throws IOException {
        SortedMap<Path, SortedMap<TrialId, PublishedTrial>> left = new TreeMap<>(published.byFile());
        Map<TrialId, Path> largest = largestFiles(published);
        for (Path file : published.byFile().keySet()) {
            Set<Path> others =
                    published.rowsIn(file).keySet().stream().map(largest::get).collect(Collectors.toSet());
            if (others.size() == 1 && !others.contains(file)) {
                Path other = others.iterator().next();
                if (starts(published.rowsIn(other)).containsAll(starts(published.rowsIn(file)))) {
                    delete(
                            List.of(file.getFileName().toString()),
                            other.getFileName().toString());
                    left.remove(file);
                }
            }
        }
        return new PublishedTrials(left);
    }

    private static Map<TrialId, Path> largestFiles(PublishedTrials published) {
        Map<TrialId, Path> largest = new HashMap<>();
        published.byFile().keySet().stream()
                .sorted(Comparator.comparingInt(file -> published.rowsIn(file).size()))
                .forEach(file -> published.rowsIn(file).keySet().forEach(trial -> largest.put(trial, file)));
        return largest;
    }

    /** The rows of a trials file, told apart from those of other runs of the same trials by when they started. */
    private static Set<Map.Entry<TrialId, Long>> starts(SortedMap<TrialId, PublishedTrial> rows) {
        return rows.entrySet().stream()
                .map(row -> Map.entry(row.getKey(), row.getValue().startedAt()))
                .collect(Collectors.toSet());
    }
}
