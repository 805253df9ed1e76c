package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.run.TestTrials;

class SamplePointsTest {

    private final ProblemDeclaration declaration = new LinearDecay().declaration();

    @Test
    void logSpacedPointsHaveEqualRatiosAndExactEnds() {
        double[] points = points("residual", Map.of("points.residual.count", 1000L));
        assertThat(points).hasSize(1000);
        assertThat(points[0]).isEqualTo(Math.exp(-15));
        assertThat(points[999]).isEqualTo(1);
        for (int i = 1; i < points.length; i++) {
            assertThat(Math.log(points[i] / points[i - 1])).isCloseTo(15.0 / 999, within(1e-12));
        }
    }

    @Test
    void linearPointsHaveEqualDistances() {
        Map<String, Object> changes = Map.of(
                "points.residual.spacing",
                "linear",
                "points.residual.from",
                1.0,
                "points.residual.to",
                3.0,
                "points.residual.count",
                5L);
        assertThat(points("residual", changes)).containsExactly(1, 1.5, 2, 2.5, 3);
    }

    @Test
    void startIsTheFirstPointOfItsInterval() {
        assertThat(points("start", Map.of("points.residual.from", 0.25))).containsExactly(0.25);
    }

    private double[] points(String set, Map<String, Object> changes) {
        Settings settings = TestTrials.trial("linear-decay", 1, changes).settings();
        return SamplePoints.of(declaration.sampleSet(set), declaration, settings);
    }
}
