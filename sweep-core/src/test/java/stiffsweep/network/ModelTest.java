package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Precision;
import stiffsweep.jet.Dual;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** Networks that share a row of parameters: where each stands in it, and what is differentiated of all together. */
class ModelTest {

    private static final int TRIALS = 2;
    private static final int POINTS = 3;
    private static final Network ALONE = new Mlp(new NetworkShape(1, List.of(5, 4), 2, Activation.TANH));
    private static final Model WITH_SCALARS =
            new Model(List.of(new Model.Part("", ALONE), new Model.Part("", Networks.scalars(2))));

    /** Two networks of different inputs and outputs, and learned numbers. */
    private static final Model SEVERAL = new Model(List.of(
            new Model.Part("density", new Mlp(new NetworkShape(2, List.of(4, 3), 1, Activation.TANH))),
            new Model.Part("flux", new HeadTrunk(new NetworkShape(3, List.of(4), 3, Activation.GELU), List.of(3), 2)),
            new Model.Part("", Networks.scalars(2))));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void scalarsAreConstantColumnsAfterTheNetworksOwn(int order) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            JetInput input =
                    JetInput.alongEachInput(tensors.of(new double[] {0, 0.5, 1, 0.1, 0.2, 0.3}, 2, POINTS, 1), order);
            NDArray parameters = random(1, tensors, TRIALS, WITH_SCALARS.parameters());
            NDArray own = parameters.get(":, :" + ALONE.parameters()).duplicate();
            NDArray scalars = parameters.get(":, " + ALONE.parameters() + ":").duplicate();

            List<NDArray> outputs = WITH_SCALARS
                    .forward(parameters, List.of(List.of(input), List.of(input)))
                    .outputs();

            assertThat(Tensors.values(outputs.get(0)))
                    .isEqualTo(Tensors.values(ALONE.forward(own, input).output()));
            for (int trial = 0; trial < 2; trial++) {
                for (int scalar = 0; scalar < 2; scalar++) {
                    double[] expected = new double[input.layout().rows()];
                    Arrays.fill(expected, 0, POINTS, Tensors.values(scalars)[2 * trial + scalar]);
                    assertThat(Tensors.values(outputs.get(1)
                                    .get(":, :, " + scalar)
                                    .get(trial)
                                    .duplicate()))
                            .containsExactly(expected, within(0.0));
                }
            }
        }
    }

    @Test
    void gradientsOfSeveralNetworksEqualTheTapes() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            List<List<JetInput>> inputs = new ArrayList<>(inputs(tensors));
            // Another pass of the second network, at more points and without derivatives.
            inputs.set(1, List.of(inputs.get(1).get(0), JetInput.alongEachInput(random(9, tensors, TRIALS, 4, 3), 0)));
            NDArray parameters = random(2, tensors, TRIALS, SEVERAL.parameters());
            Model.Passes passes = SEVERAL.forward(parameters, inputs);
            List<NDArray> adjoints = adjoints(passes, tensors);

            NDArray byTape = Tape.gradient(parameters, leaf -> weighted(leaf, inputs, adjoints));
            List<Dual> formula = SEVERAL.formula(Dual.constant(parameters), inputs);

            for (int i = 0; i < formula.size(); i++) {
                assertThat(Tensors.values(passes.outputs().get(i)))
                        .containsExactly(Tensors.values(formula.get(i).value()), within(1e-12));
            }
            assertThat(Tensors.values(passes.gradient(adjoints)))
                    .containsExactly(Tensors.values(byTape), within(1e-12));
        }
    }

    @Test
    void gradientsOfSinglePointsAreTheTapesAndMakeTheGramMatrix() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            List<List<JetInput>> inputs = inputs(tensors);
            NDArray parameters = random(2, tensors, TRIALS, SEVERAL.parameters());
            Model.Passes passes = SEVERAL.forward(parameters, inputs);
            List<NDArray> adjoints = adjoints(passes, tensors);

            NDArray jacobian = passes.jacobian(adjoints);
            NDArray product = jacobian.batchMatMul(jacobian.swapAxes(1, 2));

            for (int point = 0; point < POINTS; point++) {
                List<NDArray> single = ofOnePoint(adjoints, inputs, point);
                NDArray byTape = Tape.gradient(parameters, leaf -> weighted(leaf, inputs, single));
                assertThat(Tensors.values(jacobian.get(":, " + point).duplicate()))
                        .as("the gradient of point %d alone", point)
                        .containsExactly(Tensors.values(byTape), within(1e-12));
            }
            assertThat(Tensors.values(passes.gram(adjoints))).containsExactly(Tensors.values(product), within(1e-10));
        }
    }

    /** The first network has second derivatives along one of two inputs, the other along two of three; the numbers have none. */
    private static List<List<JetInput>> inputs(Tensors tensors) {
        return List.of(
                List.of(JetInput.alongEachInput(random(3, tensors, TRIALS, POINTS, 2), 2, 1)),
                List.of(JetInput.alongEachInput(random(4, tensors, TRIALS, POINTS, 3), 2, 2)),
                List.of(JetInput.alongEachInput(random(5, tensors, TRIALS, POINTS, 1), 0)));
    }

    private static List<NDArray> adjoints(Model.Passes passes, Tensors tensors) {
        List<NDArray> adjoints = new ArrayList<>();
        for (NDArray output : passes.outputs()) {
            adjoints.add(random(6 + adjoints.size(), tensors, output.getShape().getShape()));
        }
        return adjoints;
    }

    /** The adjoints with those of all points but one set to zero. */
    private static List<NDArray> ofOnePoint(List<NDArray> adjoints, List<List<JetInput>> inputs, int point) {
        List<NDArray> single = new ArrayList<>();
        for (int i = 0; i < adjoints.size(); i++) {
            NDArray zero = adjoints.get(i).zerosLike();
            for (int stream = 0; stream < inputs.get(i).get(0).layout().streams(); stream++) {
                String row = ":, " + (stream * POINTS + point);
                Tensors.assign(zero.get(row), adjoints.get(i).get(row));
            }
            single.add(zero);
        }
        return single;
    }

    /** All outputs times their adjoints, summed for each trial. */
    private static NDArray weighted(NDArray parameters, List<List<JetInput>> inputs, List<NDArray> adjoints) {
        List<Dual> outputs = SEVERAL.formula(Dual.constant(parameters), inputs);
        NDArray sum = outputs.get(0)
                .times(Dual.constant(adjoints.get(0)))
                .sumPerTrial()
                .value();
        for (int i = 1; i < outputs.size(); i++) {
            sum = sum.add(outputs.get(i)
                    .times(Dual.constant(adjoints.get(i)))
                    .sumPerTrial()
                    .value());
        }
        return sum;
    }

    private static NDArray random(long seed, Tensors tensors, long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return tensors.of(new SplittableRandom(seed).doubles(size, -1, 1).toArray(), shape);
    }
}
