package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.config.CommonDefaults;
import stiffsweep.declare.Settings;

class NetworksTest {

    @Test
    void refusesMoreParametersThanAnArrayHolds() {
        // 100 001 x 100 000 leaves 1 410 165 408 in an int.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layer(100_000, 100_000).parameters())
                .withMessage("the parameters of a layer must be at most 2147483647, but got 100001 x 100000");
    }

    @Test
    void refusesMoreDerivativesThanAnArrayHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JetLayout(2_000_000_000, 1, 0).rows())
                .withMessageContaining("must be at most 2147483647, but got 2 x 2000000000");
    }

    @Test
    void equalWidthsAreDepthLayersOfWidth() {
        assertThat(network(Map.of("network.width", 7L, "network.depth", 2L), 1).layers())
                .containsExactly(new Layer(1, 7), new Layer(7, 7), new Layer(7, 1));
    }

    @Test
    void listedWidthsAreTheHiddenLayersOfAnMlp() {
        assertThat(network(Map.of("network.widths", "3-5"), 2).layers())
                .containsExactly(new Layer(1, 3), new Layer(3, 5), new Layer(5, 2));
    }

    /** The network of GlueNN's second example, with one trunk instead of three. */
    @Test
    void listedWidthsAreTheHiddenLayersOfAHeadWhoseOutputsKeepWidth() {
        Map<String, Object> changes =
                Map.of("network.kind", "head-trunk", "network.widths", "1-4-4-4-50", "network.width", 60L);

        assertThat(network(changes, 1).layers())
                .containsExactly(
                        new Layer(1, 1),
                        new Layer(1, 4),
                        new Layer(4, 4),
                        new Layer(4, 4),
                        new Layer(4, 50),
                        new Layer(50, 60),
                        new Layer(60, 60),
                        new Layer(60, 1));
    }

    @Test
    void learnedScalarsAreOneMoreLayerWithoutInputs() {
        Network network = network(Map.of(), 2);
        List<Layer> without = network.layers();
        List<Layer> with =
                new Model(List.of(new Model.Part("", network), new Model.Part("", Networks.scalars(3)))).layers();

        assertThat(with).startsWith(without.toArray(new Layer[0])).hasSize(without.size() + 1);
        assertThat(with).endsWith(new Layer(0, 3));
        assertThat(with.get(without.size()).parameters()).isEqualTo(3);
    }

    private static Network network(Map<String, Object> changes, int outputs) {
        var values = new TreeMap<String, Object>(CommonDefaults.read().values());
        values.putAll(changes);
        return Networks.of(new Settings(values).network(), 1, outputs, Kernel.ENGINE, Precision.FLOAT64);
    }
}
