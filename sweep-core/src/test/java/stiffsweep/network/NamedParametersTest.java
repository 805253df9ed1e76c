package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Activation;
import stiffsweep.result.NamedTensor;

class NamedParametersTest {

    @Test
    void weightsHaveTheOutputsFirstAsInPyTorch() {
        Network network = new Mlp(new NetworkShape(2, List.of(3), 1, Activation.TANH));

        List<NamedTensor> tensors = tensors(new Model(List.of(new Model.Part("", network))), List.of());

        assertThat(tensors.stream().map(NamedTensor::name))
                .containsExactly("layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias");
        assertThat(tensors.get(0).shape()).containsExactly(3, 2);
        // Ours is [2, 3]: 0 1 2 and 3 4 5.
        assertThat(tensors.get(0).values()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(tensors.get(1).values()).containsExactly(6, 7, 8);
        assertThat(tensors.get(2).shape()).containsExactly(1, 3);
        assertThat(tensors.get(3).values()).containsExactly(12);
    }

    @Test
    void headsAndTrunksAndLearnedNumbersHaveNamesOfTheirOwn() {
        NetworkShape head = new NetworkShape(1, List.of(2), 2, Activation.TANH);
        Network network = new HeadTrunk(head, List.of(), 2);
        Model model = new Model(List.of(new Model.Part("", network), new Model.Part("", Networks.scalars(2))));

        List<NamedTensor> tensors = tensors(model, List.of("mass", "rate"));

        assertThat(tensors.stream().map(NamedTensor::name))
                .containsExactly(
                        "head.0.weight",
                        "head.0.bias",
                        "head.1.weight",
                        "head.1.bias",
                        "trunks.0.0.weight",
                        "trunks.0.0.bias",
                        "trunks.1.0.weight",
                        "trunks.1.0.bias",
                        "mass",
                        "rate");
        assertThat(tensors.get(9).values()).containsExactly(model.parameters() - 1);
    }

    @Test
    void layersOfSeveralNetworksAreToldApartByTheNetworksName() {
        Network network = new Mlp(new NetworkShape(1, List.of(), 1, Activation.TANH));
        Model model = new Model(List.of(new Model.Part("density", network), new Model.Part("flux", network)));

        List<NamedTensor> tensors = tensors(model, List.of());

        assertThat(tensors.stream().map(NamedTensor::name))
                .containsExactly(
                        "density.layers.0.weight",
                        "density.layers.0.bias",
                        "flux.layers.0.weight",
                        "flux.layers.0.bias");
        assertThat(tensors.get(2).values()).containsExactly(2);
    }

    /** The tensors of a model whose parameters are 0, 1, 2, .., with more numbers after them, which are not its own. */
    private static List<NamedTensor> tensors(Model model, List<String> scalars) {
        double[] numbers =
                IntStream.range(0, model.parameters() + 3).asDoubleStream().toArray();
        return NamedParameters.of(model, numbers, scalars);
    }
}
