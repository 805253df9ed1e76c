package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.config.SweepReader;
import stiffsweep.folder.StackPublisher;
import stiffsweep.problem.Problems;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

class TrialNumbersTest {

    @TempDir
    Path place;

    private Sweep sweep;
    private Trial trial;

    @BeforeEach
    void readSweep() throws IOException {
        Path file = Files.writeString(place.resolve("one.conf"), "name = one, problem.kind = robertson");
        sweep = new SweepReader(Problems.declarations()).read(file, List.of()).sweep();
        trial = sweep.trials().get(0);
    }

    /** Code before the time of a problem had a column of its own wrote it as x. */
    @Test
    void areTheSameWhereAnOlderCodeCalledTheInputX() throws IOException {
        publish(result("x", 0.25));

        try (Results results = open()) {
            assertThat(there(results)
                            .differences(TrialNumbers.of(result("t", 0.25), sweep))
                            .rows())
                    .isEmpty();
        }
    }

    @Test
    void sayAtWhichPointAValueDiffers() throws IOException {
        publish(result("t", 0.25));

        try (Results results = open()) {
            assertThat(there(results)
                            .differences(TrialNumbers.of(result("t", 0.75), sweep))
                            .rows())
                    .containsExactly(List.of("value at field y1, t 0.5", "0.25", "0.75"));
        }
    }

    private TrialNumbers there(Results results) {
        return TrialNumbers.in(results, sweep, trial.id());
    }

    private Results open() {
        return Results.open(place.resolve("results"));
    }

    private void publish(TrialResult result) throws IOException {
        ResultFolder folder = new ResultFolder(place.resolve("results"));
        folder.create();
        new StackPublisher(sweep, folder, new LocalFiles(folder.temporary())).publish(List.of(result));
    }

    private TrialResult result(String input, double value) {
        Instant now = Instant.now();
        return new TrialResult(
                trial,
                new Outcome.Completed(Outcome.StoppedBy.EPOCHS),
                1,
                new TreeMap<>(),
                List.of(),
                List.of(new SolutionPoint(
                        "y1", new TreeMap<>(Map.of(input, 0.5)), value, null, null, SolutionPoint.Band.NONE)),
                List.of(),
                new Provenance(
                        new Software("test", "", "", "17"),
                        new Machine("here", "cpu", 1, "engine"),
                        now,
                        now,
                        1,
                        1,
                        1,
                        0));
    }
}
