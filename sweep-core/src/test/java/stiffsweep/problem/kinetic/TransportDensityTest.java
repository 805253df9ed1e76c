package stiffsweep.problem.kinetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Truth;
import stiffsweep.sampling.Points;

class TransportDensityTest {

    /** With the time in units of 1/s the equation depends on the mean free path eps/s alone. */
    @ParameterizedTest
    @CsvSource({"0.01, 0.1, 0.1", "1, 10, 1", "0.2, 2, 0.5"})
    void dependsOnTheMeanFreePathAlone(double knudsen, double scattering, double time) {
        double here = density("inflow-jump", knudsen, scattering, time * scattering, 0.3);
        double there = density("inflow-jump", knudsen / scattering, 1, time, 0.3);
        assertThat(here).isCloseTo(there, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inflow-jump", "boundary-layer", "bump", "wave"})
    void tendsToItsLimit(String data) {
        DoubleBinaryOperator limit = TransportConditions.of(data).limit(1);
        assertThat(density(data, 1e-6, 1, 0.05, 0.2)).isCloseTo(limit.applyAsDouble(0.05, 0.2), within(1e-4));
    }

    /** The two schemes of a layer: resolved, and behind it. */
    @Test
    void aThinLayerIsSeenFromBehind() {
        double resolved = density("boundary-layer", 0.021, 1, 0.05, 0.2);
        double behind = density("boundary-layer", 0.0199, 1, 0.05, 0.2);
        assertThat(resolved).isCloseTo(behind, within(0.01 * behind));
    }

    @Test
    void isTheSameWhoeverHasAskedBefore() {
        Truth asked = truth("inflow-jump", 0.1, 1);
        at(asked, 0.1, 0.3);
        assertThat(at(asked, 0.05, 0.3)).isEqualTo(density("inflow-jump", 0.1, 1, 0.05, 0.3));
    }

    /** Where the product of sines is 1/2 the scattering is a quarter larger; where it is 0, all is as without randomness. */
    @Test
    void aRandomScatteringIsThatOfItsInputs() {
        Map<String, Object> parameters =
                Map.of("data", "inflow-jump", "knudsen", 0.1, "scattering", 1.0, "variation", 0.5);
        UncertainTransport problem = UncertainTransport.ofTwo();
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("t", new double[] {0.05, 0.05});
        columns.put("x", new double[] {0.3, 0.3});
        columns.put("z1", new double[] {0.5, 1});
        columns.put("z2", new double[] {1.0 / 6, 0.3});
        Settings settings = new Settings(new TreeMap<>(parameters));
        double[] densities = problem.truth(settings).at(Points.of(columns))[0];
        // The polynomial's own error.
        assertThat(densities[0]).isCloseTo(density("inflow-jump", 0.1, 1.25, 0.05, 0.3), within(2e-6));
        assertThat(densities[1]).isCloseTo(density("inflow-jump", 0.1, 1, 0.05, 0.3), within(2e-6));
    }

    private static double density(String data, double knudsen, double scattering, double time, double x) {
        return at(truth(data, knudsen, scattering), time, x);
    }

    private static Truth truth(String data, double knudsen, double scattering) {
        Map<String, Object> parameters = Map.of("data", data, "knudsen", knudsen, "scattering", scattering);
        return Transport.truth(new Settings(new TreeMap<>(parameters)));
    }

    private static double at(Truth truth, double time, double x) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("t", new double[] {time});
        columns.put("x", new double[] {x});
        return truth.at(Points.of(columns))[0][0];
    }
}
