package stiffsweep.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stiffsweep.analysis.SweepStatus;
import stiffsweep.config.InvalidSweepException;
import stiffsweep.config.SweepReader;
import stiffsweep.folder.FolderScores;
import stiffsweep.problem.Problems;
import stiffsweep.storage.Storage;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.AskedTrials;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.SweepConflict;
import stiffsweep.sweep.Trial;

/** The sweep that a result folder holds. */
final class StoredSweep {

    private StoredSweep() {}

    /**
     * The sweep of a result folder.
     *
     * @param jars the jars that were named, and opened
     * @throws Refusal where it is no result folder, or its problems are those of jars and none was named
     */
    static Sweep in(Path folder, ProblemJars jars) {
        return read(folder, jars)
                .orElseThrow(() -> Refusal.invalid(folder + ": a result folder must hold a sweep.conf, but got none;"
                        + " `./sweep run` makes result folders"));
    }

    /** Every trial of a sweep that is asked for, given what a folder knows. */
    static List<Trial> trials(Path folder, Sweep sweep) {
        return asked(folder, sweep).trials();
    }

    /** How far the sweep of a folder has come. */
    static SweepStatus status(Storage storage, ProblemJars jars) {
        Path folder = storage.current().root();
        Sweep sweep = in(folder, jars);
        AskedTrials asked = asked(folder, sweep);
        Set<String> planned =
                asked.trials().stream().map(trial -> trial.id().hex()).collect(Collectors.toSet());
        // Asked first: a run that ends now has written its last status before it leaves the folder.
        boolean isUnclaimed = storage.isUnclaimed();
        SweepStatus last = SweepStatus.of(folder, planned).upTo(sweep.mostTrials(asked));
        return isUnclaimed ? last.withoutRun() : last;
    }

    /** What a sweep asks for, given what a folder knows. */
    static AskedTrials asked(Path folder, Sweep sweep) {
        return sweep.asked(FolderScores.of(new ResultFolder(folder), sweep));
    }

    /**
     * The trial of a folder's sweep whose id begins as given.
     *
     * @throws Refusal where it is not exactly one
     */
    static Trial trial(Path folder, Sweep sweep, String beginning) {
        List<Trial> all = trials(folder, sweep);
        List<Trial> found = all.stream()
                .filter(trial -> trial.id().hex().startsWith(beginning))
                .toList();
        if (found.size() != 1) {
            throw Refusal.invalid("a trial must be named by its id, or as much of the beginning as no other of the "
                    + all.size() + " trials of sweep.conf has, but got " + beginning + ", which " + found.size()
                    + " have");
        }
        return found.get(0);
    }

    /**
     * Makes sure that a folder can take the results of a sweep: it is new or empty, or holds the same sweep, or a run
     * was killed in it before it had written anything.
     *
     * @throws Refusal where it holds anything else
     */
    static void requireFree(Path folder, Sweep sweep, ProblemJars jars) {
        if (folder.toAbsolutePath().toString().contains("\\")) {
            throw Refusal.invalid(
                    "a result folder must have a path without \\, which DuckDB takes for the end of a name,"
                            + " but got " + folder.toAbsolutePath() + ": choose another folder with --out");
        }
        Optional<Sweep> stored = read(folder, jars);
        if (stored.isPresent()) {
            SweepConflict.between(sweep, stored.get()).ifPresent(sentence -> {
                throw Refusal.ofFolder(folder + ": " + sentence);
            });
        } else if (Files.exists(folder) && !isEmpty(folder)) {
            throw Refusal.ofFolder(folder + ": a result folder must be new, empty or hold this sweep, but got other"
                    + " files: choose another folder with --out");
        }
    }

    private static Optional<Sweep> read(Path folder, ProblemJars jars) {
        Path file = new ResultFolder(folder).sweepConf();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SweepReader(Problems.declarations())
                    .read(file, List.of())
                    .sweep());
        } catch (InvalidSweepException e) {
            String needed = ProblemJars.namedIn(file);
            if (needed.isEmpty() || !jars.paths().isEmpty()) {
                throw e;
            }
            throw Refusal.invalid(folder + ": the jars with the sweep's own problems must be named, but got none: add"
                    + " --jars " + needed);
        }
    }

    /** Whether there is no file in a folder but the lock and the drafts of a run that was killed. */
    private static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        ResultFolder results = new ResultFolder(folder);
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .noneMatch(file -> !file.equals(results.lock())
                            && !file.equals(results.sparkLog())
                            && !file.startsWith(results.temporary()));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": a result folder must be readable", e);
        }
    }
}
