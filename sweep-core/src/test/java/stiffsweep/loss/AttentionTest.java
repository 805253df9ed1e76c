package stiffsweep.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Choice;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Weighting;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.LinearDecay;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/**
 * Weights that learn against the published recursions in plain Java: two trials, three points of the equation and two of
 * the condition, three steps, each with other residuals.
 */
class AttentionTest {

    private static final int POINTS = 3;
    private static final ProblemDeclaration PROBLEM = new LinearDecay().declaration();

    /** Residuals of the equation by step, trial and point. */
    private static final double[][][] EQUATION = {
        {{2, -1, 0.5}, {0.1, 0.2, -0.4}},
        {{1, -3, 0.25}, {0.3, -0.1, 0}},
        {{-0.5, 0.1, 4}, {0, 0, 0}}
    };

    /** Residuals of the condition. */
    private static final double[][][] INITIAL = {
        {{1, 2}, {-3, 0.5}},
        {{0.5, -1}, {2, 0}},
        {{0.1, 0.1}, {1, 1}}
    };

    private static final double[] ETA = {0.01, 0.3};
    private static final double[] GAMMA = {0.999, 0.5};
    private static final double[] RATE = {0.005, 0.7};

    @ParameterizedTest
    @ValueSource(strings = {"residual-attention", "residual-attention-as-published"})
    void residualAttentionFollowsItsRecursion(String word) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            LossTerms terms = terms(word, List.of(POINTS, 0), tensors);
            NDArray rows = tensors.filled(0, 2, POINTS);
            double[][] lambda = new double[2][POINTS];
            for (int step = 0; step < EQUATION.length; step++) {
                double[] losses = Tensors.values(
                        terms.values(samples(step, tensors), rows).value());
                for (int trial = 0; trial < 2; trial++) {
                    double[] squares =
                            Arrays.stream(lambda[trial]).map(x -> x * x).toArray();
                    double[] residual = EQUATION[step][trial];
                    assertThat(losses[2 * trial]).isCloseTo(masked(word, squares, residual), within(1e-14));
                    assertThat(losses[2 * trial + 1]).isCloseTo(meanSquare(INITIAL[step][trial]), within(1e-14));
                    double largest =
                            Arrays.stream(residual).map(Math::abs).max().orElseThrow();
                    for (int i = 0; i < POINTS; i++) {
                        double share = largest == 0 ? 0 : Math.abs(residual[i]) / largest;
                        lambda[trial][i] = GAMMA[trial] * lambda[trial][i] + ETA[trial] * share;
                    }
                }
                terms.learn(samples(step, tensors), rows, both(tensors));
                assertThat(Tensors.values(rows)).containsExactly(joined(lambda), within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft-attention", "soft-attention-as-published"})
    void softAttentionClimbsByGradientAscent(String word) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            LossTerms terms = terms(word, List.of(POINTS, 1), tensors);
            double[][] lambda = {{0.3, -1.2, 2, 0.7}, {-0.4, 0, 1.5, -2}};
            NDArray rows = tensors.of(joined(lambda), 2, POINTS + 1);
            for (int step = 0; step < EQUATION.length; step++) {
                double[] losses = Tensors.values(
                        terms.values(samples(step, tensors), rows).value());
                for (int trial = 0; trial < 2; trial++) {
                    double[] sigma = Arrays.stream(lambda[trial])
                            .map(AttentionTest::sigma)
                            .toArray();
                    double[] residual = EQUATION[step][trial];
                    double initial = meanSquare(INITIAL[step][trial]);
                    double[] ofPoints = Arrays.copyOf(sigma, POINTS);
                    assertThat(losses[2 * trial]).isCloseTo(masked(word, ofPoints, residual), within(1e-14));
                    assertThat(losses[2 * trial + 1]).isCloseTo(sigma[POINTS] * initial, within(1e-14));
                    for (int i = 0; i < POINTS; i++) {
                        double unmasked = word.endsWith("published") ? meanSquare(residual) : residual[i] * residual[i];
                        lambda[trial][i] += RATE[trial] * sigma[i] * (1 - sigma[i]) * unmasked;
                    }
                    lambda[trial][POINTS] += RATE[trial] * sigma[POINTS] * (1 - sigma[POINTS]) * initial;
                }
                terms.learn(samples(step, tensors), rows, both(tensors));
                assertThat(Tensors.values(rows)).containsExactly(joined(lambda), within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft-attention", "soft-attention-as-published"})
    void softAttentionSaturatesWithoutOverflowAtResidualsOf1e11(String word) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT32)) {
            LossTerms terms = terms(word, List.of(POINTS, 1), tensors);
            NDArray rows = tensors.of(new double[] {0.3, -1.2, 2, 0.7, -0.4, 0, 1.5, -2}, 2, POINTS + 1);
            double[][] huge = {{1e11, 2e11, -1e11}, {3e11, 1e11, 1e11}};
            Map<String, Samples> samples = samples(huge, huge, tensors);
            for (int step = 0; step < 5; step++) {
                terms.learn(samples, rows, both(tensors));
            }
            assertThat(Tensors.values(rows)).containsOnly(40);
            double[] losses = Tensors.values(terms.values(samples, rows).value());
            assertThat(losses[0]).isCloseTo(2e22, within(1e16));
            assertThat(losses[3]).isCloseTo(11e22 / 3, within(1e17));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"residual-attention", "soft-attention"})
    void aTrialThatTrainsNoMoreKeepsItsWeights(String word) {
        List<Integer> sizes = List.of(POINTS, word.startsWith("soft") ? 1 : 0);
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            LossTerms terms = terms(word, sizes, tensors);
            int size = POINTS + sizes.get(1);
            NDArray rows = tensors.filled(0.25, 2, size);
            NDArray secondOnly = tensors.of(new double[] {0, 1}, 2, 1).gt(0);
            double[][] broken = {{Double.NaN, 1, 2}, {1, 2, 3}};
            terms.learn(samples(broken, broken, tensors), rows, secondOnly);
            assertThat(Tensors.values(rows.get(0))).containsOnly(0.25);
            assertThat(Tensors.values(rows.get(1))).doesNotContain(0.25).doesNotContain(Double.NaN);
        }
    }

    /** The equation's loss with weights w of its squares. */
    private static double masked(String word, double[] weights, double[] residual) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += weights[i] * residual[i] * residual[i];
        }
        boolean asPublished = word.endsWith("published");
        return asPublished ? Arrays.stream(weights).sum() / POINTS * meanSquare(residual) : sum / POINTS;
    }

    private static double meanSquare(double[] residual) {
        return Arrays.stream(residual).map(r -> r * r).sum() / residual.length;
    }

    private static double sigma(double lambda) {
        return 1 / (1 + Math.exp(-lambda));
    }

    private static LossTerms terms(String word, List<Integer> sizes, Tensors tensors) {
        PointWeights weights = PointWeights.of(Choice.of(Weighting.class, word), List.of(trial(0), trial(1)), tensors);
        return new LossTerms(PROBLEM, PROBLEM.lossTerms(), weights, new RowLayout(0, sizes, tensors));
    }

    private static Trial trial(int index) {
        return TestTrials.trial(
                "linear-decay",
                index,
                Map.of(
                        "loss.residual-attention.eta",
                        ETA[index],
                        "loss.residual-attention.gamma",
                        GAMMA[index],
                        "loss.soft-attention.rate",
                        RATE[index]));
    }

    private static Map<String, Samples> samples(int step, Tensors tensors) {
        return samples(EQUATION[step], INITIAL[step], tensors);
    }

    /** Samples at which y' + C y and y - truth are the given residuals: y = 0 and y' = r, and a truth of -r. */
    private static Map<String, Samples> samples(double[][] equation, double[][] initial, Tensors tensors) {
        return Map.of("residual", samples(equation, tensors), "start", samples(initial, tensors));
    }

    private static Samples samples(double[][] residuals, Tensors tensors) {
        Dual residual = Dual.constant(tensors.of(joined(residuals), residuals.length, residuals[0].length, 1));
        Dual zero = Dual.constant(residual.value().zerosLike());
        Dual stiffness = Dual.constant(tensors.filled(2, residuals.length, 1, 1));
        Jet field = new Jet(Directions.alongOne("x", 1), zero, List.of(residual), List.of());
        return Samples.onLine(zero, Map.of("y", field), Map.of("y", residual.negate()), Map.of("stiffness", stiffness));
    }

    private static NDArray both(Tensors tensors) {
        return tensors.filled(1, 2, 1).gt(0);
    }

    private static double[] joined(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
