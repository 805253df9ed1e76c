package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialResult;
import stiffsweep.tensor.Place;
import stiffsweep.tensor.Precision;
import stiffsweep.tensor.Tensors;

class RobertsonTest {

    private static final double[] POINTS = {1e-5, 1e-4, 1e-3, 0.1, 1, 40};

    private static final Map<String, Double> RATES = Map.of("rate-1", 0.04, "rate-2", 3e7, "rate-3", 1e4);

    private final Robertson problem = new Robertson();

    /** As the example of LSODE (A. C. Hindmarsh, 1983) prints it to four digits, solved with a relative tolerance of 1e-4. */
    @Test
    void truthHasItsKnownValueAtForty() {
        double[][] fields = truth().at(new double[] {40});
        assertThat(fields[0][0]).isCloseTo(0.7158, withinPercentage(0.01));
        assertThat(fields[1][0]).isCloseTo(0.09185, withinPercentage(0.01));
        assertThat(fields[2][0]).isCloseTo(0.2842, withinPercentage(0.02));
    }

    @ParameterizedTest
    @ValueSource(strings = {"equation-1", "equation-2", "equation-3", "initial-1", "initial-2", "initial-3"})
    void residualsOfTheTruthVanish(String term) {
        try (Tensors tensors = Tensors.on(Place.cpu(), Precision.FLOAT64)) {
            Residual residual = problem.residual(term, truthSamples(tensors));
            double[] values = Tensors.values(residual.value().value());
            // The sixth-order difference takes slopes from values that are good to 1e-13, over steps of t / 1000.
            for (int i = 0; i < POINTS.length; i++) {
                assertThat(values[i]).as("t = %s", POINTS[i]).isCloseTo(0, within(1e-8 / POINTS[i]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"equation-1", "equation-2", "equation-3"})
    void rowsOfTheJacobianHaveTheLengthsThatTheResidualsFormulaGives(String term) {
        try (Tensors tensors = Tensors.on(Place.cpu(), Precision.FLOAT64)) {
            Samples samples = truthSamples(tensors);
            Dual given = problem.residual(term, samples).jacobian();
            Dual derived = DerivedJacobian.of(problem, term, samples);
            assertThat(given).isNotNull();
            assertThat(derived).isNotNull();
            double[] lengths = Tensors.values(derived.value());
            double[] expected = Tensors.values(given.value());
            for (int i = 0; i < POINTS.length; i++) {
                assertThat(lengths[i]).isCloseTo(expected[i], within(1e-12 * expected[i]));
            }
        }
    }

    @Test
    void levenbergMarquardtSolvesItsFirstSecond() {
        TrialResult before = trained(1);
        TrialResult after = trained(60);
        System.out.println(before.measurements() + "\n" + after.measurements());
        assertThat(after.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(after.measurements().get("error_relative_l2")).isLessThan(1e-2);
        assertThat(after.measurements().get("conservation_error")).isLessThan(1e-2);
    }

    private static TrialResult trained(long epochs) {
        Map<String, Object> changes = new TreeMap<>();
        changes.put("points.residual.to", 1.0);
        changes.put("network.width", 10L);
        changes.put("network.depth", 2L);
        changes.put("network.precision", "float64");
        changes.put("network.input", "log");
        changes.put("training.optimizer", "levenberg-marquardt");
        changes.put("training.epochs", epochs);
        Trial trial = TestTrials.trial("robertson", 1, changes);
        return new StackRunner()
                .run(new Stack(List.of(trial)), List.of(), (epoch, all, error) -> {})
                .get(0);
    }

    private Truth truth() {
        return problem.truth(new Settings(new TreeMap<>(RATES)));
    }

    private Samples truthSamples(Tensors tensors) {
        double[][] values = truth().at(POINTS);
        Map<String, Jet> fields = new LinkedHashMap<>();
        Map<String, Dual> truths = new LinkedHashMap<>();
        List<String> names = problem.declaration().solutionFields();
        for (int field = 0; field < names.size(); field++) {
            double[] slopes = new double[POINTS.length];
            for (int i = 0; i < POINTS.length; i++) {
                slopes[i] = slope(field, POINTS[i]);
            }
            Dual value = column(values[field], tensors);
            fields.put(names.get(field), new Jet(value, List.of(column(slopes, tensors)), List.of()));
            truths.put(names.get(field), value);
        }
        Map<String, Dual> parameters = new TreeMap<>();
        RATES.forEach((name, rate) -> parameters.put(name, Dual.constant(tensors.of(new double[] {rate}, 1, 1, 1))));
        return new Samples(column(POINTS, tensors), fields, truths, parameters);
    }

    /** The sixth-order central difference. */
    private double slope(int field, double t) {
        double step = t / 1000;
        double[] y = truth().at(
                        new double[] {t - 3 * step, t - 2 * step, t - step, t + step, t + 2 * step, t + 3 * step})[
                field];
        return (45 * (y[3] - y[2]) - 9 * (y[4] - y[1]) + (y[5] - y[0])) / (60 * step);
    }

    private static Dual column(double[] values, Tensors tensors) {
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }
}
