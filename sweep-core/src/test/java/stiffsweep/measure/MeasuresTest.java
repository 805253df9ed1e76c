package stiffsweep.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Precision;
import stiffsweep.declare.Settings;
import stiffsweep.loss.StackLoss;
import stiffsweep.problem.Problem;
import stiffsweep.run.TestTrials;
import stiffsweep.sampling.Points;
import stiffsweep.sampling.SamplePoints;
import stiffsweep.store.CurveColumns;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Errors beside those over all points and fields. */
class MeasuresTest {

    @Test
    void errorsBetweenThePointsAreThoseOnTheOtherPointsOfAFinerLine() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Map<String, Object> line = Map.of(
                    "points.residual.spacing", "linear",
                    "points.residual.from", 0.0,
                    "points.residual.to", 1.0,
                    "points.residual.count", 5L,
                    "problem.stiffness", 3.0);
            StackLoss loss = loss("linear-decay", line, 3, tensors);
            NDArray rows = loss.initialRows();
            double[] between = IntStream.range(0, 17)
                    .filter(i -> i % 4 != 0)
                    .mapToDouble(i -> i / 16.0)
                    .toArray();
            Points points = Points.onLine(loss.problem().declaration().input().name(), between);
            double[] learnt = Tensors.values(
                    loss.at(List.of(points, points), rows).y().value().value().get(1));
            double[] truth = Arrays.stream(between).map(x -> Math.exp(-3 * x)).toArray();

            SortedMap<String, Double> measured = Measures.of(loss, rows).of(1);

            FieldErrors expected = FieldErrors.of(learnt, truth);
            assertThat(measured.get("error_mse_between")).isCloseTo(expected.meanSquared(), within(1e-14));
            assertThat(measured.get("error_relative_l2_between")).isCloseTo(expected.relativeL2(), within(1e-14));
            assertThat(measured.get("error_max_between")).isCloseTo(expected.largest(), within(1e-14));
            assertThat(measured.get("error_mse")).isNotEqualTo(measured.get("error_mse_between"));
            StackLoss without = loss("linear-decay", line, 0, tensors);
            assertThat(Measures.of(without, rows).of(1)).doesNotContainKey("error_mse_between");
        }
    }

    @Test
    void errorsOfFieldsMakeUpThoseOfAll() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = loss("robertson", Map.of(), 0, tensors);
            SortedMap<String, Double> measured =
                    Measures.of(loss, loss.initialRows()).of(0);
            double[] squares = ofFields("error_mse", loss, measured);
            double[] largest = ofFields("error_max", loss, measured);

            assertThat(squares).hasSize(3).doesNotHaveDuplicates();
            double mean = Arrays.stream(squares).average().orElseThrow();
            assertThat(measured.get("error_mse")).isCloseTo(mean, within(1e-12 * mean));
            assertThat(measured.get("error_max"))
                    .isEqualTo(Arrays.stream(largest).max().orElseThrow());
            StackLoss single = loss("linear-decay", Map.of(), 0, tensors);
            assertThat(Measures.of(single, single.initialRows()).of(0).keySet())
                    .noneMatch(column -> column.startsWith("error_mse_"));
        }
    }

    @Test
    void theCurveHasTheErrorOfEachFieldThatIsMeasured() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = loss("robertson", Map.of(), 0, tensors);
            SortedMap<String, Double> drawn =
                    loss.errors(loss.initialRows()).get(1).ofFields();
            SortedMap<String, Double> measured =
                    Measures.of(loss, loss.initialRows()).of(1);

            assertThat(drawn.keySet())
                    .containsExactlyElementsOf(loss.problem().declaration().solutionFields());
            assertThat(drawn)
                    .allSatisfy((field, error) -> assertThat(error)
                            .isCloseTo(measured.get(CurveColumns.ofField(field)), withinPercentage(1e-10)));
        }
    }

    @Test
    void aProblemsLimitIsTheBaselineOfItsSolution() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = loss("linear-transport", Map.of("problem.knudsen", 0.1), 0, tensors);
            Problem problem = loss.problem();
            Settings parameters = loss.settings().under("problem");
            Points points = new SamplePoints(problem.declaration(), loss.settings(), purpose -> 1)
                    .of(problem.declaration().sampleSet(problem.declaration().measured()));
            double[] diffusion = diffusion(points);
            double[] truth = Objects.requireNonNull(problem.truth(parameters)).at(points)[0];

            SortedMap<String, Double> measured =
                    Measures.of(loss, loss.initialRows()).of(0);

            FieldErrors expected = FieldErrors.of(diffusion, truth);
            assertThat(expected.relativeL2()).isBetween(0.1, 1.0);
            assertThat(measured.get("baseline_error_relative_l2"))
                    .isCloseTo(expected.relativeL2(), withinPercentage(1e-6));
            assertThat(measured.get("baseline_final")).isCloseTo(diffusion[diffusion.length - 1], within(1e-9));
        }
    }

    /** Of an empty slab with a density of one at its left wall, by images: the heat equation with D = 1/3. */
    private static double[] diffusion(Points points) {
        double[] t = points.of("t");
        double[] x = points.of("x");
        return IntStream.range(0, points.count())
                .mapToDouble(i -> {
                    double width = 2 * Math.sqrt(t[i] / 3);
                    return t[i] == 0
                            ? 0
                            : IntStream.range(0, 5)
                                    .mapToDouble(n ->
                                            Erfc.value((2 * n + x[i]) / width) - Erfc.value((2 * n + 2 - x[i]) / width))
                                    .sum();
                })
                .toArray();
    }

    private static double[] ofFields(String error, StackLoss loss, SortedMap<String, Double> measured) {
        return loss.problem().declaration().solutionFields().stream()
                .mapToDouble(field -> measured.getOrDefault(MeasuredColumns.ofField(error, field), Double.NaN))
                .toArray();
    }

    private static StackLoss loss(String problem, Map<String, Object> changes, long between, Tensors tensors) {
        Map<String, Object> all = new HashMap<>(changes);
        all.put("network.width", 5L);
        all.put("network.depth", 2L);
        all.put("measure.between", between);
        return StackLoss.of(List.of(TestTrials.trial(problem, 1, all), TestTrials.trial(problem, 2, all)), tensors);
    }
}
