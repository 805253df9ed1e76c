package stiffsweep.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.TrainingCode;
import stiffsweep.stop.Judge;
import stiffsweep.storage.BackOff;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.TrainingState;

/**
 * Where the trainings of a result folder stand: states come from executors and are written by a thread of their own; a trial
 * that is begun goes on from what is there. Safe for use by several threads. A state is a way to save time: what goes wrong with
 * it is a warning, and the training begins anew.
 */
final class TrainingStates implements AutoCloseable {

    private final Sweep sweep;
    private final ResultFolder folder;
    private final StorePolicy.Checkpoints policy;
    private final String version;
    private final Judge judge;
    private final Consumer<String> warnings;
    private final FilePublisher files;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final Map<String, List<Path>> earlierByCourse;
    private final Map<String, Path> filesOfRunning = new ConcurrentHashMap<>();
    private final Map<String, byte[]> unwritten = new ConcurrentHashMap<>();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * States in a folder.
     *
     * @param options what is kept, and the jars that a training depends on
     * @param judge hears of the curve of each training that goes on
     * @param warnings hears each sentence once
     */
    TrainingStates(
            Sweep sweep,
            ResultFolder folder,
            FilePublisher files,
            RunOptions options,
            Judge judge,
            Consumer<String> warnings)
            throws IOException {
        this.sweep = sweep;
        this.folder = folder;
        policy = options.store().checkpoints();
        version = TrainingCode.version(options.jars());
        this.judge = judge;
        this.warnings = warnings;
        this.files = files;
        earlierByCourse = ResultFolder.files(folder.states(), "*.state").stream()
                .collect(Collectors.groupingBy(ResultFolder::courseOfState));
    }

    /** How far the training of a trial has come; the same for all that are at their beginning. */
    String standing(Trial trial) {
        return find(trial).map(TrainingState::standing).orElse("");
    }

    /** A stack from where its trials stand, if they have come equally far; otherwise from their beginning. */
    Stack resumed(Stack stack) {
        List<TrainingState> states = new ArrayList<>();
        for (Trial trial : stack.trials()) {
            filesOfRunning.put(trial.id().hex(), file(trial));
            find(trial).ifPresent(states::add);
        }
        boolean areAlike = states.size() == stack.size()
                && states.stream().map(TrainingState::standing).distinct().count() == 1;
        if (!areAlike) {
            return stack;
        }
        for (int i = 0; i < states.size(); i++) {
            judge.note(stack.trials().get(i).id(), states.get(i).curve());
        }
        return new Stack(stack.trials(), states);
    }

    /** Takes a state to be written; returns at once. Of a trial only the newest waits, however slow the disk is. */
    void keep(String trial, byte[] state) {
        if (unwritten.put(trial, state) == null) {
            writer.execute(() -> write(trial));
        }
    }

    private void write(String trial) {
        for (byte[] state = unwritten.get(trial); state != null; state = unwritten.get(trial)) {
            byte[] written = state;
            Path file = filesOfRunning.get(trial);
            try {
                if (file != null) {
                    attempt(() -> files.replace(draft -> Files.write(draft, stamped(written)), file));
                }
            } finally {
                // A newer one that has come meanwhile stays, and is written next.
                unwritten.remove(trial, written);
            }
        }
    }

    /**
     * Forgets where trials stood that have their rows now, unless that is to be kept too. One that failed or timed out says
     * nothing about its training, which goes on from there when it is asked for again.
     */
    void ended(List<TrialResult> results) {
        writer.execute(() -> {
            for (TrialResult result : results) {
                Path file = filesOfRunning.remove(result.trial().id().hex());
                boolean isKept = policy == StorePolicy.Checkpoints.ALL
                        || result.outcome().isFailure();
                if (file != null && !isKept) {
                    attempt(() -> files.delete(file));
                }
            }
        });
    }

    /** Deletes where trials stood that are to begin anew. */
    static void drop(ResultFolder folder, FilePublisher files, Collection<TrialId> trials) throws IOException {
        for (TrialId trial : trials) {
            for (Path file : ResultFolder.files(folder.states(), "*-" + trial.hex() + ".state")) {
                files.delete(file);
            }
        }
    }

    private Optional<TrainingState> find(Trial trial) {
        byte[] newest = unwritten.get(trial.id().hex());
        Path own = file(trial);
        if (newest != null) {
            return state(newest, own);
        }
        return Files.exists(own) ? read(own) : ofTheSameCourse(trial);
    }

    /** Where the longest training stands that differs in its number of epochs only and has not passed this trial's. */
    private Optional<TrainingState> ofTheSameCourse(Trial trial) {
        return earlierByCourse.getOrDefault(sweep.course(trial).hex(), List.of()).stream()
                .flatMap(file -> read(file).stream())
                .flatMap(state -> state.forEpochsOf(trial.settings()).stream())
                .max(Comparator.comparingLong(TrainingState::epochs));
    }

    private Path file(Trial trial) {
        return folder.state(sweep.course(trial), trial.id());
    }

    private byte[] stamped(byte[] state) {
        ByteArrayOutputStream stamped = new ByteArrayOutputStream();
        stamped.writeBytes((version + "\n").getBytes(UTF_8));
        stamped.writeBytes(state);
        return stamped.toByteArray();
    }

    private Optional<TrainingState> read(Path file) {
        try {
            byte[] stamped = Files.readAllBytes(file);
            int end = 0;
            while (end < stamped.length && stamped[end] != '\n') {
                end++;
            }
            String stamp = new String(stamped, 0, end, UTF_8);
            if (!stamp.equals(version)) {
                // Another version may compute other bits, and the row can name one version only.
                warn("trainings that version " + stamp + " has begun begin anew, for this is " + version);
                return Optional.empty();
            }
            return state(Arrays.copyOfRange(stamped, end + 1, stamped.length), file);
        } catch (NoSuchFileException e) {
            // Its trial has ended meanwhile.
            return Optional.empty();
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    private Optional<TrainingState> state(byte[] bytes, Path file) {
        try {
            return Optional.of(TrainingState.of(bytes));
        } catch (IOException | RuntimeException e) {
            return unreadable(file, e);
        }
    }

    private Optional<TrainingState> unreadable(Path file, Exception e) {
        warn(file + ": the state of a training must be readable, but got " + e + ": it begins anew");
        return Optional.empty();
    }

    private void attempt(BackOff.Action action) {
        try {
            action.run();
        } catch (IOException | RuntimeException e) {
            warn(folder.states() + ": the states of trainings must be writable, but got " + e);
        }
    }

    private void warn(String sentence) {
        if (warned.add(sentence)) {
            warnings.accept(sentence);
        }
    }

    /** Waits until what was taken is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(1, TimeUnit.MINUTES)) {
                warn("the states of trainings must be written within a minute at the end, but were not");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
