package stiffsweep.jobs;

import static java.util.stream.Collectors.toSet;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stiffsweep.config.SweepFile;
import stiffsweep.config.SweepReader;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Problems;
import stiffsweep.storage.Storage;

/** Where a sweep comes from and where its results go: what {@code run} and {@code plan} share. */
final class SweepSource {

    @Parameters(index = "0", paramLabel = "CONF", description = "The sweep file, in HOCON.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Overrides a key of the file, axes included; may be given again and again.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "The result folder, a path or a URI; results/<name> if not given.")
    private @Nullable Storage out;

    @Mixin
    private ProblemJars jars;

    /**
     * Reads and checks the whole sweep, and the formulas of its problems that are not built in.
     *
     * @param err where warnings go
     */
    SweepFile read(PrintWriter err) {
        jars.open();
        SweepFile sweepFile = new SweepReader(Problems.declarations()).read(file, overrides);
        Set<String> problems =
                sweepFile.sweep().points().stream().map(Settings::problem).collect(toSet());
        OwnProblems.require(problems::contains, err);
        return sweepFile;
    }

    /** The jars of the problems that are not built in. */
    ProblemJars jars() {
        return jars;
    }

    /** The text of the sweep as it is kept in a result folder. */
    String frozen(SweepFile sweepFile) {
        return jars.namedAbove(sweepFile.frozen());
    }

    /** Where the folder is that holds the results of a sweep. */
    Storage storage(SweepFile sweepFile) {
        return out == null ? Storage.of("results/" + sweepFile.sweep().name()) : out;
    }
}
