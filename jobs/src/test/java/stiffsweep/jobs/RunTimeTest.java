package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.config.SweepReader;
import stiffsweep.problem.Problems;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;
import stiffsweep.sweep.Trial;

class RunTimeTest {

    private static final double DAY = 86_400;

    @TempDir
    private Path folder;

    @Test
    void isThatOfTheFinishedTrialsAgain() throws IOException {
        List<Trial> trials = trials(
                "training { stack = 2, epochs = 1000, polish { optimizer = levenberg-marquardt, epochs = 50 } }");
        Trial first = trials.get(0);

        RunTime time = time(trials, List.of(new FinishedTrial(first, 0, 1050, 2, 12, 15)));
        RunTime longer = time(trials, List.of(new FinishedTrial(first, 0, 1050, 2, 24, 27)));

        // A stack of one trial takes less than its share of a stack of two and no more than the whole.
        assertThat(time.training()).isBetween(12.0, 24.0);
        assertThat(longer.training()).isCloseTo(2 * time.training(), within(1e-9));
        assertThat(time.basis()).isEqualTo("finished trials");
    }

    @Test
    void leavesOutWhatAnEarlierTrainingHadDone() throws IOException {
        List<Trial> trials = trials("training { stack = 2, epochs = 1000 }");
        RunTime whole = time(trials, List.of(new FinishedTrial(trials.get(0), 0, 1000, 2, 12, 12)));
        RunTime rest = time(trials, List.of(new FinishedTrial(trials.get(0), 750, 1000, 2, 3, 3)));

        assertThat(rest.training()).isCloseTo(whole.training(), within(1e-9));
    }

    /** The rate of finished trials of a large network says little of a small one, whose epochs have a floor. */
    @Test
    void aSmallNetworkHasTheFloorOfAnEpochBesideFinishedLargeOnes() throws IOException {
        Trial large = trials("network { width = 200, depth = 4 }, points.residual.count = 1000")
                .get(0);
        List<Trial> small =
                trials("network { width = 4, depth = 1 }, points.residual.count = 16, training.epochs = 1000000000");
        RunTime guessed = time(small, List.of());
        double seconds = guessed.training();

        assertThat(seconds).isGreaterThan(DAY);
        // The large ones have run at just the assumed rate.
        FinishedTrial finished = new FinishedTrial(large, 0, large.settings().count("training.epochs"), 2, 1, 1);
        double atAssumed = finished.assumedSeconds();
        RunTime learned = time(
                small,
                List.of(new FinishedTrial(
                        large, 0, large.settings().count("training.epochs"), 2, atAssumed, atAssumed)));
        assertThat(learned.training()).isCloseTo(seconds, within(1e-6 * seconds));
        assertThat(learned.basis()).isEqualTo("similar trials");
    }

    @Test
    void theLessIsKnownTheWiderItIs() throws IOException {
        List<Trial> trials = trials("training.epochs = 1000000");
        RunTime guessed = time(trials, List.of());
        RunTime learned = time(trials, List.of(new FinishedTrial(trials.get(0), 0, 1_000_000, 2, 1000, 1000)));

        assertThat(guessed.most() / guessed.least()).isGreaterThan(4 * learned.most() / learned.least());
        assertThat(learned.seconds()).isBetween(learned.least(), learned.most());
    }

    @Test
    void stacksThatCannotAllTrainAtOnceWaitForEachOther() throws IOException {
        List<Trial> trials = trials("training { stack = 2, epochs = 100000 }, sweep.replicates = 6");
        List<Stack> three = StackPlanner.plan(trials, group -> 2);
        ShapePace pace = new ShapePace(1, 0, 0, ShapePace.Source.TIMED);

        double alone = RunTime.of(three.subList(0, 1), stack -> pace, 2).training();
        assertThat(RunTime.of(three, stack -> pace, 2).training()).isCloseTo(2 * alone, within(1e-9 * alone));
        assertThat(RunTime.of(three, stack -> pace, 3).training()).isCloseTo(alone, within(1e-9 * alone));
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(RunTime.of(List.of(), stack -> ShapePace.ASSUMED, 2).seconds())
                .isZero();
    }

    private static RunTime time(List<Trial> trials, List<FinishedTrial> finished) {
        PaceSurvey survey = new PaceSurvey(trials.size(), 1);
        survey.learn(finished);
        return RunTime.of(StackPlanner.plan(trials, survey::size), survey::pace, 1);
    }

    private List<Trial> trials(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("time.conf"), "name = time, " + settings);
        return new SweepReader(Problems.declarations())
                .read(file, List.of())
                .sweep()
                .trials();
    }
}
