package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.formula.Residual;
import stiffsweep.jet.Dual;
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
        "linear-transport, even-odd, initial left right",
        // What the formulation meets exactly has no term.
        "boltzmann-bgk, conservation, initial",
        "boltzmann-bgk, pinn, initial left right"
    })
    void areThoseWhoseFormulasTakeNoDerivative(String problem, String formulation, String sets) {
        Problem known = Problems.named(problem);
        Settings settings = TestTrials.trial(
                        problem, 1, formulation.isEmpty() ? Map.of() : Map.of("loss.formulation", formulation))
                .settings();

        List<String> found = ValueSets.of(known, known.declaration().formulation(settings), settings);

        assertThat(found).containsExactlyInAnyOrderElementsOf(Arrays.asList(sets.split(" ")));
    }

    /** Formulas that do not throw without derivatives, and one whose derivative has a factor of zero by default. */
    @ParameterizedTest
    @ValueSource(strings = {"listed", "times-zero"})
    void areNotThoseWhoseFormulasTakeADerivativeInAnyWay(String set) {
        Problem problem = new TakesDerivatives();
        Settings settings = new Settings(SettingsSchema.of(problem.declaration(), new Settings(new TreeMap<>()))
                .defaults()
                .values());

        List<String> found = ValueSets.of(problem, problem.declaration().formulation(settings), settings);

        assertThat(found).contains("values").doesNotContain(set, "interior");
    }

    private static final class TakesDerivatives implements Problem {

        @Override
        public ProblemDeclaration declaration() {
            return ProblemDeclaration.of("takes-derivatives", "u_t + u_x = 0", "test")
                    .parameter("viscosity", 0, new Law.Anything(), "1", "Of a wall.")
                    .input("t", 0, 1, 1, "1")
                    .input("x", 0, 1, 1, "1")
                    .box("interior", 10)
                    .faceAtStart("values", "t", 5)
                    .faceAtStart("listed", "x", 5)
                    .faceAtEnd("times-zero", "x", 5)
                    .fields("u")
                    .equation(
                            "equation",
                            "interior",
                            1,
                            "it holds",
                            at -> Residual.withoutJacobian(
                                    at.field("u").along("t").plus(at.field("u").along("x"))))
                    .condition(
                            "initial",
                            "values",
                            1,
                            "it starts at one",
                            at -> Residual.withoutJacobian(at.field("u").value().minus(1)))
                    .condition(
                            "left",
                            "listed",
                            1,
                            "no slopes",
                            at -> Residual.withoutJacobian(at.field("u").derivatives().stream()
                                    .reduce(at.field("u").value().times(0), Dual::plus)))
                    .condition(
                            "right",
                            "times-zero",
                            1,
                            "no slope",
                            at -> Residual.withoutJacobian(at.field("u")
                                    .value()
                                    .plus(at.parameter("viscosity")
                                            .times(at.field("u").along("x")))))
                    .build();
        }
    }
}
