package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.jet.Activation;

class InitialisationTest {

    private static final Network NETWORK = new Mlp(new NetworkShape(1, List.of(40, 40, 40, 40), 1, Activation.GELU));

    /** 1-40-40-40-40-1: the 5041 parameters of arXiv 2602.21988. */
    @Test
    void theNetworkOfThePaperHasItsNumberOfParameters() {
        assertThat(NETWORK.parameters()).isEqualTo(5041);
        assertThat(Initialisation.uniformByFanIn(NETWORK, 1)).hasSize(5041);
    }

    @Test
    void weightsAndBiasesAreUniformWithinOneOverTheRootOfTheFanIn() {
        double[] parameters = Initialisation.uniformByFanIn(NETWORK, 1);
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
    void oneSeedGivesOneDrawAndAnotherSeedAnother() {
        assertThat(Initialisation.uniformByFanIn(NETWORK, 7)).isEqualTo(Initialisation.uniformByFanIn(NETWORK, 7));
        assertThat(Initialisation.uniformByFanIn(NETWORK, 7)).isNotEqualTo(Initialisation.uniformByFanIn(NETWORK, 8));
    }
}
