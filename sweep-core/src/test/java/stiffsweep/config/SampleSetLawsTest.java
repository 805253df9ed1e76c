package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.problem.Problems;

class SampleSetLawsTest {

    private static final String CONVECTION = "name = a, problem.kind = convection, loss.weighting = plain\n";

    @TempDir
    private Path temporary;

    /** The time of the face is held: its points are spread over x alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            points.interior { sampling = grid, count = 90 } | points.interior.count: must be n^2 with n = 2 or more where points.interior.sampling = grid, such as 81 or 100, but got 90
            points.interior { sampling = grid, count = 3 }  | points.interior.count: must be n^2 with n = 2 or more where points.interior.sampling = grid, such as 4, but got 3
            points.initial { sampling = grid, count = 1 }   | points.initial.count: must be 2 or more where points.initial.sampling = grid, such as 2, but got 1
            points.interior.sampling = grid                 | points.interior.count: must be n^2 with n = 2 or more where points.interior.sampling = grid, such as 961 or 1024, but got 1000
            """)
    void refusesAGridThatItsPointsCannotFill(String points, String fault) {
        assertThat(faults(points)).containsExactly("sweep.conf:2: " + fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "points.interior { sampling = grid, count = 400 }",
                "points.initial { sampling = grid, count = 7 }",
                "points.interior { sampling = sobol, count = 90 }",
                "points { interior { redraw = 5 }, initial { sampling = grid, count = 7 } }",
                "points.interior.redraw = 5, training.optimizer = adamw"
            })
    void takesWhatFits(String settings) {
        assertThat(faults(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            points.interior { sampling = grid, count = 4 }       | points.interior.sampling = grid, which has the same points in each draw
            loss.weighting = residual-attention                  | loss.weighting = residual-attention, which learns a number for each point
            training.optimizer = lbfgs, network.precision = float64 | training.optimizer = lbfgs, which needs a loss that stays the same from step to step
            training.polish.optimizer = lbfgs                    | training.polish.optimizer = lbfgs, which needs a loss that stays the same from step to step
            training.polish.optimizer = levenberg-marquardt      | training.polish.optimizer = levenberg-marquardt, which needs a loss that stays the same from step to step (its subset takes parts of points that stay)
            """)
    void refusesPointsThatAreDrawnAnewWhereTheyMustStay(String settings, String other) {
        assertThat(faults("points.interior.redraw = 5\n" + settings))
                .containsExactly("sweep.conf:2: points.interior.redraw: must be 0 where " + other + ", but got 5");
    }

    @Test
    void errorsAreTakenOnPointsThatStay() {
        assertThat(faults("points.measured.redraw = 5"))
                .singleElement()
                .asString()
                .contains("points.measured.redraw: must be a known key");
    }

    private List<String> faults(String settings) {
        return new SweepFolder(temporary, Problems.declarations()).faults(CONVECTION + settings);
    }
}
