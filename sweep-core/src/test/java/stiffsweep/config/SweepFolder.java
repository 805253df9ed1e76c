package stiffsweep.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import stiffsweep.declare.ExampleProblems;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** A folder of sweep files over some problems. */
record SweepFolder(Path folder, List<ProblemDeclaration> problems) {

    /** One over the example problems. */
    SweepFolder(Path folder) {
        this(folder, ExampleProblems.all());
    }

    /** Writes a file and reads it as a sweep. */
    SweepFile read(String text, String... overrides) {
        return new SweepReader(problems).read(write("sweep.conf", text), List.of(overrides));
    }

    Sweep sweep(String text, String... overrides) {
        return read(text, overrides).sweep();
    }

    /** The faults of a sweep file, with the folder's path taken off. */
    List<String> faults(String text, String... overrides) {
        try {
            read(text, overrides);
            return List.of();
        } catch (InvalidSweepException e) {
            return e.faults().stream()
                    .map(fault -> fault.replace(folder + "/", ""))
                    .toList();
        }
    }

    /** What one setting is in each trial, in order. */
    static List<Object> values(Sweep sweep, String path) {
        return sweep.trials().stream()
                .map(trial -> trial.settings().value(path))
                .toList();
    }

    static List<String> ids(Sweep sweep) {
        return sweep.trials().stream().map(Trial::id).map(Object::toString).toList();
    }

    Path write(String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), Arrays.asList(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
