package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.result.Outcome;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;

/** Solutions that are glued of patches, through a whole run: coefficients, shares of the terms, results and baselines. */
class GluedPatchesRunTest {

    @ParameterizedTest
    @CsvSource({"chemical-freeze-out, 2", "vector-production, 3"})
    void theSolutionsHoldEveryCoefficientAndEveryTermsShare(String problem, int terms) {
        TrialResult result = run(problem, Map.of("training.epochs", 20L));

        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        List<SolutionPoint> field = rows(result, "y");
        assertThat(field)
                .hasSize(500)
                .allMatch(row -> row.truth() != null && row.baseline().value() != null);
        double[] shares = new double[field.size()];
        for (int j = 1; j <= terms; j++) {
            List<SolutionPoint> share = rows(result, "f" + j + "/y");
            assertThat(rows(result, "c" + j)).hasSize(500).allMatch(row -> Double.isFinite(value(row)));
            for (int i = 0; i < shares.length; i++) {
                shares[i] += value(share.get(i));
            }
        }
        for (double sum : shares) {
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theFinalYieldIsTheLastRowOfTheSolution() {
        TrialResult result = run("chemical-freeze-out", Map.of("training.epochs", 20L));

        SolutionPoint last = rows(result, "y").get(499);
        assertThat(last.at()).containsEntry("x", 31.0);
        assertThat(result.measurements())
                .containsEntry("final_yield", value(last))
                .containsEntry("baseline_final", 0.145 * Math.pow(7.8, 1.5) * Math.exp(-7.8))
                .containsKeys("baseline_low", "baseline_high", "final_yield_error", "baseline_error_relative_max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chemical-freeze-out", "vector-production"})
    void withoutTrainingTheConventionalMethodAloneIsMeasured(String problem) {
        TrialResult result = run(problem, Map.of("training.optimizer", "none", "matching.point", 12.0));

        assertThat(result.outcome()).isEqualTo(new Outcome.Completed(Outcome.StoppedBy.UNTRAINED));
        assertThat(result.measurements().keySet())
                .containsExactlyInAnyOrder(
                        "baseline_final",
                        "baseline_low",
                        "baseline_high",
                        "baseline_error_relative_l2",
                        "baseline_error_relative_max");
        assertThat(result.solution())
                .hasSize(500)
                .allMatch(row -> row.field().equals("y") && row.value() == null && row.truth() != null);
    }

    /** The baseline is off by 0.68. */
    @Test
    void trainingGluesThePatchesOfChemicalFreezeOut() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("network.kind", "head-trunk");
        changes.put("network.width", 16L);
        changes.put("network.depth", 2L);
        changes.put("network.activation", "tanh");
        changes.put("network.input", "log");
        changes.put("network.initialisation", "glorot-normal");
        changes.put("network.precision", "float64");
        changes.put("training.optimizer", "levenberg-marquardt");
        changes.put("training.epochs", 60L);
        TrialResult result = run("chemical-freeze-out", changes);

        assertThat(result.measurements().get("final_yield_error")).isLessThan(0.1);
    }

    private static double value(SolutionPoint row) {
        Double value = row.value();
        assertThat(value).isNotNull();
        return value;
    }

    private static List<SolutionPoint> rows(TrialResult result, String field) {
        return result.solution().stream()
                .filter(row -> row.field().equals(field))
                .toList();
    }

    private static TrialResult run(String problem, Map<String, Object> changes) {
        Stack stack = new Stack(List.of(TestTrials.trial(problem, 1, changes)));
        return new StackRunner()
                .run(stack, List.of(), (epoch, epochs, error) -> {})
                .get(0);
    }
}
