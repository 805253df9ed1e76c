package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Parameters;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** Every problem's residual formula beside its own truth, which is stated or solved apart from it. */
class TruthCheckTest {

    /** What the check promises of a right formula. Measured: 4e-11 at most, for {@code wimp-freeze-out}. */
    private static final double RIGHT = 1e-9;

    /** What is left by a truth of fewer digits: that of {@code allen-cahn} is solved to 3e-8. Measured: 3e-9. */
    private static final Map<String, Double> COARSER = Map.of("allen-cahn", 1e-8);

    /** Parameters that stand in conditions alone. */
    private static final Set<String> OF_CONDITIONS = Set.of("overtone");

    /** The exact numbers of inverse problems: the strength to the digits that {@link WimpInverseTest} knows. */
    private static final Map<String, Map<String, Double>> LEARNED = Map.of(
            "wimp-inverse", Map.of("interaction-strength", 29.20378186256),
            "unknown-decay", Map.of("rate", 2.0));

    /** But for those whose truth is of averages alone: kinetic equations are held against exact solutions of their own. */
    static Stream<Problem> all() {
        return Problems.all().values().stream()
                .filter(problem -> problem.declaration().integratedInputs().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyEquationHoldsAtItsTruth(Problem problem) {
        SortedMap<String, Double> residuals = TruthCheck.residuals(problem, learned(problem));

        assertThat(residuals.keySet()).containsExactlyInAnyOrderElementsOf(equations(problem));
        double bound = COARSER.getOrDefault(problem.declaration().name(), RIGHT);
        assertThat(residuals.values())
                .allSatisfy(residual -> assertThat(residual).isLessThan(bound));
    }

    @ParameterizedTest
    @CsvSource({
        "linear-decay, stiffness, 1",
        "linear-decay, stiffness, 1e4",
        "quadratic-decay, stiffness, 1",
        "quadratic-decay, stiffness, 1e4",
        "forced-relaxation, stiffness, 1",
        "forced-relaxation, stiffness, 1e4",
        "wimp-freeze-out, cosmology-exponent, 2",
        "wimp-freeze-out, cosmology-exponent, -0.6666666666666666",
        "chemical-freeze-out, eta, 1e8",
        "vector-production, mass, 1",
        "robertson, rate-1, 0.4",
        "robertson, rate-2, 3e5",
        "van-der-pol, mu, 0.1",
        "van-der-pol, mu, 1000",
        "troesch, sensitivity, 0.1",
        "troesch, sensitivity, 20"
    })
    void equationsHoldAtOtherParameters(String name, String parameter, double value) {
        SortedMap<String, Double> residuals = TruthCheck.residuals(Problems.named(name), Map.of(parameter, value));

        assertThat(residuals.values())
                .allSatisfy(residual -> assertThat(residual).isLessThan(RIGHT));
    }

    /** Each coefficient of each equation off by a thousandth, in the residual alone. */
    @ParameterizedTest
    @MethodSource("all")
    void findsACoefficientThatIsAThousandthOff(Problem problem) {
        Map<String, Double> numbers = new TreeMap<>(learned(problem));
        if (problem.declaration().name().startsWith("wimp")) {
            // The transition is one only where the cosmology is not the standard one.
            numbers.put("cosmology-exponent", 2.0);
            numbers.computeIfPresent("interaction-strength", (name, standard) -> 31.70225717534);
        }
        for (Parameter parameter : problem.declaration().parameters()) {
            if (OF_CONDITIONS.contains(parameter.name())) {
                continue;
            }
            SortedMap<String, Double> residuals = TruthCheck.residuals(new Off(problem, parameter.name()), numbers);

            assertThat(residuals.values())
                    .as(parameter.name())
                    .anySatisfy(residual -> assertThat(residual)
                            .isGreaterThan(
                                    COARSER.getOrDefault(problem.declaration().name(), RIGHT)));
        }
    }

    @Test
    void aProblemWithoutTruthIsRefused() {
        Problem problem = new Problem() {
            @Override
            public ProblemDeclaration declaration() {
                return InitialValueProblem.declaration(
                        "unsolved",
                        "y' = y",
                        "test",
                        at -> Residual.of(at.y().derivative().minus(at.y().value())));
            }
        };

        assertThatThrownBy(() -> TruthCheck.residuals(problem, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unsolved has none");
    }

    /** A truth with noise in its seventh digit says nothing about a derivative. */
    @Test
    void aTruthThatIsNotSmoothIsRefused() {
        Truth rough = Truth.of(x -> Math.exp(-x) * (1 + 1e-7 * Math.sin(1e12 * x)));

        assertThatThrownBy(() -> TruthWindow.about(0.5, 0.1, rough))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("smooth", "0.5");
    }

    private static Iterable<String> equations(Problem problem) {
        return problem.declaration().lossTerms().stream()
                .filter(term -> term.kind() == LossTerm.Kind.EQUATION)
                .map(LossTerm::name)
                .collect(Collectors.toSet());
    }

    private static Map<String, Double> learned(Problem problem) {
        return LEARNED.getOrDefault(problem.declaration().name(), Map.of());
    }

    /** A problem whose residual takes one of its parameters for a thousandth more than its truth does. */
    private record Off(Problem problem, String parameter) implements Problem {

        @Override
        public ProblemDeclaration declaration() {
            ProblemDeclaration right = problem.declaration();
            return new ProblemDeclaration(
                    right.name(),
                    right.equation(),
                    right.source(),
                    right.inputs(),
                    right.parameters(),
                    right.words(),
                    right.learned(),
                    right.sampleSets(),
                    right.measured(),
                    right.formulations().stream().map(this::off).toList(),
                    right.matching(),
                    right.results());
        }

        private Formulation off(Formulation right) {
            List<LossTerm> terms = right.lossTerms().stream().map(this::off).toList();
            return new Formulation(right.name(), right.networks(), right.fields(), terms);
        }

        private LossTerm off(LossTerm right) {
            return new LossTerm(
                    right.name(),
                    right.kind(),
                    right.sampleSet(),
                    right.weight(),
                    right.meaning(),
                    samples -> right.residual(off(samples)));
        }

        private Samples off(Samples right) {
            Map<String, Dual> parameters = new TreeMap<>(right.parameters());
            parameters.computeIfPresent(parameter, (name, value) -> value.times(1.001));
            return new Samples(right.inputs(), Map.of(), right.fields(), right::truths, Parameters.of(parameters));
        }

        @Override
        public Truth truth(Settings parameters) {
            Truth truth = problem.truth(parameters);
            assertThat(truth).isNotNull();
            return truth;
        }
    }
}
