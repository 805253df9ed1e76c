package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Precision;
import stiffsweep.declare.NetworkSettings.Input;
import stiffsweep.jet.Directions;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class EmbeddingTest {

    @Test
    void scaledInputsGoFromMinusOneToOne() {
        assertThat(Embedding.of(Input.LINEAR, -3, 5).derivative(0, 0, -3)).isEqualTo(-1);
        assertThat(Embedding.of(Input.LINEAR, -3, 5).derivative(0, 0, 1)).isZero();
        assertThat(Embedding.of(Input.LINEAR, -3, 5).derivative(0, 0, 5)).isEqualTo(1);
        assertThat(Embedding.of(Input.LOG, 0.1, 500).derivative(0, 0, 0.1)).isEqualTo(-1);
        assertThat(Embedding.of(Input.LOG, 0.01, 100).derivative(0, 0, 1)).isCloseTo(0, within(1e-15));
        assertThat(Embedding.of(Input.LOG, 0.1, 500).derivative(0, 0, 500)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyDerivativeIsTheDerivativeOfTheOneBefore(Input input) {
        Embedding embedding = Embedding.of(input, 0.5, 20);
        double step = 1e-5;
        for (double x : new double[] {0.5, 1.7, 8, 20}) {
            for (int order = 0; order < 2; order++) {
                double difference = embedding.derivative(0, order, x + step) - embedding.derivative(0, order, x - step);
                assertThat(embedding.derivative(0, order + 1, x)).isCloseTo(difference / (2 * step), within(1e-8));
            }
        }
    }

    /** Each trial has a domain of its own. */
    @ParameterizedTest
    @EnumSource
    void jetsOfANetworkAreDerivativesAlongTheLineWhateverTheEmbedding(Input input) {
        Network network = new Mlp(new NetworkShape(1, List.of(6, 5), 1, Activation.TANH));
        List<Embedding> embeddings = List.of(Embedding.of(input, 0.5, 4), Embedding.of(input, 1, 9));
        double[][] points = {{0.5, 1.2, 4}, {1, 3, 9}};
        double step = 1e-4;
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            int count = network.parameters();
            NDArray parameters = tensors.of(
                    new SplittableRandom(1).doubles(2L * count, -1, 1).toArray(), 2, count);
            double[] jet = Tensors.values(network.forward(parameters, input(points, embeddings, 2, tensors))
                    .output());
            double[][] fields = new double[3][];
            for (int shift = -1; shift <= 1; shift++) {
                JetInput shifted = input(shifted(points, shift * step), embeddings, 0, tensors);
                fields[shift + 1] =
                        Tensors.values(network.forward(parameters, shifted).output());
            }
            for (int i = 0; i < 6; i++) {
                // Of each trial three values, then three first and three second derivatives.
                int value = i / 3 * 9 + i % 3;
                double here = fields[1][i];
                assertThat(jet[value]).isCloseTo(here, within(1e-14));
                assertThat(jet[value + 3]).isCloseTo((fields[2][i] - fields[0][i]) / (2 * step), within(1e-6));
                assertThat(jet[value + 6])
                        .isCloseTo((fields[2][i] - 2 * here + fields[0][i]) / (step * step), within(1e-5));
            }
        }
    }

    @Test
    void aDomainWithoutLengthOrWithoutALogarithmIsRefused() {
        assertThatThrownBy(() -> Embedding.of(Input.LINEAR, 1, 1))
                .hasMessage("a scaled coordinate needs a lowest point below the highest, but got 1.0 and 1.0");
        assertThatThrownBy(() -> Embedding.of(Input.LOG, 0, 1))
                .hasMessage("the logarithm of a coordinate needs positive points, but got 0.0");
    }

    private static JetInput input(double[][] points, List<Embedding> embeddings, int order, Tensors tensors) {
        return JetInput.of(Map.of("x", points), Map.of("x", embeddings), Directions.alongOne("x", order), tensors);
    }

    private static double[][] shifted(double[][] points, double shift) {
        double[][] shifted = new double[points.length][points[0].length];
        for (int trial = 0; trial < points.length; trial++) {
            for (int i = 0; i < points[trial].length; i++) {
                shifted[trial][i] = points[trial][i] + shift;
            }
        }
        return shifted;
    }
}
