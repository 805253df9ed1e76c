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
import stiffsweep.sweep.Trial;

class TrainingTimeTest {

    @TempDir
    private Path folder;

    @Test
    void growsWithEpochsAndPointsAndCountsThePolish() throws IOException {
        double plain = seconds("training.epochs = 1000");

        assertThat(seconds("training.epochs = 3000")).isCloseTo(3 * plain, within(1e-9 * plain));
        assertThat(seconds("training.epochs = 1000, points.residual.count = 4000"))
                .isCloseTo(4 * plain, within(1e-9 * plain));
        assertThat(seconds("training { epochs = 1000, polish { optimizer = lbfgs, epochs = 1000 } }"))
                .isCloseTo(3 * plain, within(1e-9 * plain));
        assertThat(seconds("problem.kind = chemical-freeze-out, training.optimizer = none"))
                .isZero();
    }

    @Test
    void isThatOfTheFinishedTrialsAgain() throws IOException {
        List<Trial> trials =
                trials("training { epochs = 1000, polish { optimizer = levenberg-marquardt, epochs = 50 } }");
        TrainingTime time = TrainingTime.of(trials, List.of(new TrainingTime.Finished(trials.get(0), 0, 1050, 12)));

        assertThat(time.seconds() * time.cores()).isCloseTo(12, within(1e-9));
    }

    @Test
    void leavesOutWhatAnEarlierTrainingHadDone() throws IOException {
        List<Trial> trials = trials("training.epochs = 1000");
        TrainingTime time = TrainingTime.of(trials, List.of(new TrainingTime.Finished(trials.get(0), 750, 1000, 3)));

        assertThat(time.seconds() * time.cores()).isCloseTo(12, within(1e-9));
    }

    private double seconds(String settings) throws IOException {
        return TrainingTime.of(trials(settings), List.of()).seconds();
    }

    private List<Trial> trials(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("time.conf"), "name = time, " + settings);
        return new SweepReader(Problems.declarations())
                .read(file, List.of())
                .sweep()
                .trials();
    }
}
