package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.declare.Settings;
import stiffsweep.run.TestTrials;

/** On which sets the losses of problems take fields by their values alone, known from their equations. */
class ValueSetsTest {

    @ParameterizedTest
    @CsvSource({
        // Initial speed is a derivative.
        "wave, '', left right",
        "viscous-burgers, '', initial left right",
        "convection, '', initial",
        // Initial values of y alone.
        "forced-relaxation, '', start",
        // Walls take rho + eps g, r + eps j: values. The density of even-odd is free of derivatives.
        "linear-transport, pinn, initial left right",
        "linear-transport, micro-macro, initial left right",
        "linear-transport, even-odd, initial left right"
    })
    void areThoseWhoseFormulasTakeNoDerivative(String problem, String formulation, String sets) {
        Problem known = Problems.named(problem);
        Settings settings = TestTrials.trial(
                        problem, 1, formulation.isEmpty() ? Map.of() : Map.of("loss.formulation", formulation))
                .settings();

        List<String> found = ValueSets.of(known, known.declaration().formulation(settings), settings);

        assertThat(found).containsExactlyInAnyOrderElementsOf(Arrays.asList(sets.split(" ")));
    }
}
