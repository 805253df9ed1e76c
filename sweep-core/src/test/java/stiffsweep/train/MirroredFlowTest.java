package stiffsweep.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialLoss;
import stiffsweep.measure.Curvature;
import stiffsweep.measure.Measures;
import stiffsweep.result.SolutionPoint;
import stiffsweep.run.TestTrials;
import stiffsweep.sampling.Points;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The whole loss of {@link MirroredFlow}, and its fields, against differences, the tape and their symmetries. */
class MirroredFlowTest {

    private static final List<String> INPUTS = List.of("t", "x", "y");

    private static final Points SOME = Points.of(new LinkedHashMap<>(Map.of(
            "t", new double[] {0.2, 0.7, 0.9}, "x", new double[] {-0.6, 0.1, 0.8}, "y", new double[] {0.3, 1.7, 1})));

    @ParameterizedTest
    @CsvSource({"soft, plain", "hard, plain", "soft, jacobian"})
    void theGradientIsTheTapesAndThatOfDifferences(String conditions, String weighting) {
        withLoss(conditions, weighting, loss -> {
            NDArray rows = loss.initialRows();
            NDArray gradient = loss.evaluate(rows).gradient();
            double largest = gradient.abs().max().getDouble();

            assertThat(Tensors.values(curvature(loss, rows).gradient()))
                    .containsExactly(Tensors.values(gradient), within(1e-12 * largest));
            for (int i = 0; i < 3; i++) {
                NDArray direction = random(i, rows);
                double step = 1e-5;
                List<TrialLoss> ahead = loss.values(rows.add(direction.mul(step)));
                List<TrialLoss> behind = loss.values(rows.sub(direction.mul(step)));
                double[] slopes = sums(gradient.mul(direction));
                for (int trial = 0; trial < slopes.length; trial++) {
                    double difference =
                            (ahead.get(trial).total() - behind.get(trial).total()) / (2 * step);
                    // The difference's own error: the third derivative times 1e-10, rounding over 1e-5.
                    assertThat(slopes[trial]).isCloseTo(difference, within(1e-7 * largest));
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"soft, plain", "hard, plain", "soft, jacobian"})
    void productsWithTheHessianAreDifferencesOfTheGradient(String conditions, String weighting) {
        withLoss(conditions, weighting, loss -> {
            NDArray rows = loss.initialRows();
            for (int i = 0; i < 3; i++) {
                NDArray direction = random(i, rows);
                double step = 1e-5;
                NDArray ahead = loss.evaluate(rows.add(direction.mul(step))).gradient();
                NDArray behind = loss.evaluate(rows.sub(direction.mul(step))).gradient();
                NDArray difference = ahead.sub(behind).div(2 * step);
                double largest = difference.abs().max().getDouble();
                assertThat(Tensors.values(curvature(loss, rows).times(direction)))
                        .containsExactly(Tensors.values(difference), within(1e-7 * largest));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft", "hard"})
    void everyFieldCarriesItsDerivativesAlongEachInput(String conditions) {
        withLoss(conditions, "plain", loss -> {
            NDArray rows = loss.initialRows();
            for (String field : List.of("rho", "g", "even")) {
                Function<Points, double[]> value =
                        points -> values(at(loss, rows, points).field(field).value());
                double[] here = value.apply(SOME);
                for (String input : List.of("t", "x")) {
                    double step = 1e-4;
                    double[] ahead = value.apply(shifted(input, step));
                    double[] behind = value.apply(shifted(input, -step));
                    double[] slope = values(at(loss, rows, SOME).field(field).along(input));
                    // The differences' own error: higher derivatives times 1e-8, rounding over 1e-8.
                    assertThat(slope)
                            .as("%s along %s", field, input)
                            .containsExactly(each(here, i -> (ahead[i] - behind[i]) / (2 * step)), within(1e-6));
                    if (input.equals("x")) {
                        double[] bend = values(at(loss, rows, SOME).field(field).secondAlong(input));
                        double[] difference = each(here, i -> (ahead[i] - 2 * here[i] + behind[i]) / (step * step));
                        assertThat(bend).as("%s bent", field).containsExactly(difference, within(1e-5));
                        assertThat(Arrays.stream(bend).map(Math::abs).max().orElseThrow())
                                .isGreaterThan(1e-3);
                    }
                }
            }
        });
    }

    @Test
    void theEvenPartIsTheSameAtOppositeNodesAndHasTheSameMean() {
        withLoss("soft", "plain", loss -> {
            Samples at = at(loss, loss.initialRows(), SOME);
            Dual g = at.field("g").value();
            Dual even = at.field("even").value();
            assertThat(values(even)).hasSize(2 * 3 * 3).isNotEqualTo(values(g));
            assertThat(values(even))
                    .containsExactly(values(at.field("even").reflected().value()), within(1e-16));
            assertThat(values(at.average(even))).containsExactly(values(at.average(g)), within(1e-15));
        });
    }

    @Test
    void aHardConditionHoldsWhateverTheNetworksGive() {
        withLoss("hard", "plain", loss -> {
            int condition = 2;
            // Sin(pi x) is worked out twice in the same way, and t is zero.
            assertThat(loss.values(random(7, loss.initialRows())))
                    .allSatisfy(of -> assertThat(of.terms().get(condition)).isZero());
        });
        withLoss(
                "soft",
                "plain",
                loss -> assertThat(loss.values(loss.initialRows()))
                        .allSatisfy(of -> assertThat(of.terms().get(2)).isPositive()));
    }

    @Test
    void aFieldOverNodesHasARowForEachWithItsPlace() {
        withLoss("soft", "plain", loss -> {
            NDArray rows = loss.initialRows();
            List<SolutionPoint> solution = Measures.of(loss, rows).solution(1);
            Points grid = Points.of(Map.of(
                    "t", each(new double[12], i -> i / 6 % 2),
                    "x", each(new double[12], i -> i / 2 % 3 - 1.0),
                    "y", each(new double[12], i -> i % 2 * 2.0)));
            double[] expected = values(at(loss, rows, grid).field("g").value());
            double node = Math.sqrt(0.6);

            List<SolutionPoint> density = of("rho", solution);
            assertThat(density)
                    .hasSize(12)
                    .allSatisfy(row -> assertThat(row.at()).containsOnlyKeys("t", "x", "y"));
            List<SolutionPoint> flow = of("g", solution);
            assertThat(flow).hasSize(12 * 3);
            for (int i = 0; i < flow.size(); i++) {
                assertThat(flow.get(i).value()).isEqualTo(expected[36 + i]);
                assertThat(flow.get(i).at().get("x")).isEqualTo(i / 6 % 3 - 1.0);
                assertThat(flow.get(i).at().get("v")).isCloseTo((i % 3 - 1) * node, within(1e-15));
            }
            // A term is stored as its share of the density at the point; at v = 0 the even part is all.
            double share = requireNonNull(of("even/rho", solution).get(4).value());
            assertThat(share * requireNonNull(density.get(1).value())).isCloseTo(expected[36 + 4], within(1e-15));
        });
    }

    private static List<SolutionPoint> of(String field, List<SolutionPoint> solution) {
        return solution.stream().filter(row -> row.field().equals(field)).toList();
    }

    private static Samples at(StackLoss loss, NDArray rows, Points points) {
        return loss.at(List.of(points, points), rows);
    }

    private static Points shifted(String input, double shift) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String other : INPUTS) {
            double[] column = SOME.of(other).clone();
            columns.put(other, other.equals(input) ? each(column, i -> column[i] + shift) : column);
        }
        return Points.of(columns);
    }

    /** A number for each place of some others. */
    private static double[] each(double[] like, IntToDoubleFunction number) {
        double[] numbers = new double[like.length];
        Arrays.setAll(numbers, number);
        return numbers;
    }

    private static Curvature curvature(StackLoss loss, NDArray rows) {
        double[] weights = {1, 0.5, 2, 1, 0.5, 2};
        Dual ofTerms = Dual.constant(loss.tensors().of(weights, 2, 3));
        return new Curvature(
                loss, rows, outputs -> loss.terms(outputs, rows).times(ofTerms).sumPerTrial());
    }

    private static NDArray random(long seed, NDArray like) {
        NDArray random = like.zerosLike();
        double[] numbers = new SplittableRandom(seed)
                .doubles(like.getShape().size(), -1, 1)
                .toArray();
        Tensors.assign(random, like.getManager().create(numbers).reshape(like.getShape()));
        return random;
    }

    private static double[] sums(NDArray vectors) {
        return Tensors.values(vectors.sum(new int[] {1}));
    }

    private static double[] values(Dual tensor) {
        return Tensors.values(tensor.value());
    }

    private static void withLoss(String conditions, String weighting, Consumer<StackLoss> check) {
        Map<String, Object> changes = new HashMap<>(Map.of(
                "loss.conditions",
                conditions,
                "loss.weighting",
                weighting,
                "network.width",
                5L,
                "network.depth",
                2L,
                "networks.g.width",
                4L,
                "networks.g.activation",
                "sine",
                "network.inputs.x.kind",
                "periodic",
                "network.inputs.t.kind",
                "fourier",
                "network.inputs.t.features",
                2L,
                "network.precision",
                "float64"));
        changes.put("network.initialisation", "glorot-normal");
        AveragedFlux.known(() -> {
            List<Trial> trials = List.of(
                    TestTrials.trial("mirrored-flow", 1, changes), TestTrials.trial("mirrored-flow", 2, changes));
            try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
                check.accept(StackLoss.of(trials, tensors));
            }
        });
    }
}
