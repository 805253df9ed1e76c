package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Activation;
import stiffsweep.declare.Initialisation;

class InitialWeightsTest {

    private static final Network NETWORK = new Mlp(new NetworkShape(1, List.of(40, 40, 40, 40), 1, Activation.GELU));

    /** 1-40-40-40-40-1: the 5041 parameters of arXiv 2602.21988. */
    @Test
    void theNetworkOfThePaperHasItsNumberOfParameters() {
        assertThat(NETWORK.parameters()).isEqualTo(5041);
        assertThat(InitialWeights.of(NETWORK, Initialisation.UNIFORM_FAN_IN, 1)).hasSize(5041);
    }

    @Test
    void weightsAndBiasesAreUniformWithinOneOverTheRootOfTheFanIn() {
        double[] parameters = InitialWeights.of(NETWORK, Initialisation.UNIFORM_FAN_IN, 1);
        double[] first = Arrays.copyOfRange(parameters, 0, 80);
        double[] others = Arrays.copyOfRange(parameters, 80, 5041);
        assertThat(Arrays.stream(first).map(Math::abs).max().orElseThrow()).isBetween(0.9, 1.0);
        assertThat(Arrays.stream(others).map(Math::abs).max().orElseThrow())
                .isBetween(0.99 / Math.sqrt(40), 1 / Math.sqrt(40));
        // The variance of a uniform variable on +-b is b^2 / 3; 4961 draws leave it within 5 %.
        double variance = Arrays.stream(others).map(x -> x * x).average().orElseThrow();
        assertThat(variance).isCloseTo(1 / 40.0 / 3, within(0.05 / 40 / 3));
    }

    @Test
    void glorotNormalWeightsHaveTheirLayersVarianceAndBiasesAreZero() {
        double[] parameters = InitialWeights.of(NETWORK, Initialisation.GLOROT_NORMAL, 1);
        int from = 0;
        for (Layer layer : NETWORK.layers()) {
            int weights = layer.inputs() * layer.outputs();
            double[] ofWeights = Arrays.copyOfRange(parameters, from, from + weights);
            double variance = Arrays.stream(ofWeights).map(x -> x * x).average().orElseThrow();
            double expected = 2.0 / (layer.inputs() + layer.outputs());
            // The relative deviation of a variance of n draws is sqrt(2 / n): four of them.
            assertThat(variance).isCloseTo(expected, within(4 * Math.sqrt(2.0 / weights) * expected));
            assertThat(Arrays.copyOfRange(parameters, from + weights, from + layer.parameters()))
                    .containsOnly(0);
            from += layer.parameters();
        }
    }

    @ParameterizedTest
    @EnumSource
    void scalarsStartAtZero(Initialisation initialisation) {
        assertThat(InitialWeights.of(Networks.scalars(2), initialisation, 1)).containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void oneSeedGivesOneDrawAndAnotherSeedAnother(Initialisation initialisation) {
        double[] drawn = InitialWeights.of(NETWORK, initialisation, 7);
        assertThat(InitialWeights.of(NETWORK, initialisation, 7)).isEqualTo(drawn);
        assertThat(InitialWeights.of(NETWORK, initialisation, 8)).isNotEqualTo(drawn);
    }
}
