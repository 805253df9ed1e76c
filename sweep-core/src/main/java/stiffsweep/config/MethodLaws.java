package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Choice;
import stiffsweep.choice.Precision;
import stiffsweep.declare.DescentSettings;
import stiffsweep.declare.FormulationSettings;
import stiffsweep.declare.LossSettings;
import stiffsweep.declare.NetworkSettings;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Solver;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.declare.Weighting;

/** What optimisers, weightings and hard conditions ask of the problem and of other settings, each of which is valid alone. */
final class MethodLaws {

    private static final String OPTIMIZER = TrainingSettings.OPTIMIZER.path();
    private static final String POLISH = TrainingSettings.Polish.OPTIMIZER.path();
    private static final String SOLVER = DescentSettings.LevenbergMarquardt.SOLVER.path();
    private static final String PRECISION = NetworkSettings.PRECISION.path();
    private static final String WEIGHTING = LossSettings.WEIGHTING.path();
    private static final String DETACHED = LossSettings.DETACH_JACOBIAN.path();
    private static final String FORMULAS = String.join(", ", Choice.words(Weighting.FORMULAS));
    private static final String DOUBLE = Precision.FLOAT64.word();

    private final Function<List<String>, String> place;
    private final Faults faults;

    /** @param place where the first of some settings is written that is not left to its default */
    MethodLaws(Function<List<String>, String> place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    /** Checks the settings of a problem at a point. */
    void check(ProblemDeclaration declaration, Map<String, Object> values) {
        checkTraining(declaration, values);
        checkFieldWeighting(declaration, values);
        checkPrecision(values);
        checkSolver(declaration, values);
        checkAttention(declaration, values);
        checkConditions(declaration, values);
        checkWeighting(OPTIMIZER, values);
        checkWeighting(POLISH, values);
        checkDetached(OPTIMIZER, values);
        checkDetached(POLISH, values);
    }

    private void checkTraining(ProblemDeclaration declaration, Map<String, Object> values) {
        if (Optimizer.NONE.word().equals(values.get(OPTIMIZER)) && declaration.matching() == null) {
            faults.add(
                    place.apply(List.of(OPTIMIZER)),
                    OPTIMIZER,
                    "must train where problem.kind = " + declaration.name()
                            + ", which has no conventional method to measure instead",
                    Optimizer.NONE.word());
        }
    }

    /** There is no telling which of several fields an equation's residual is in units of. */
    private void checkFieldWeighting(ProblemDeclaration declaration, Map<String, Object> values) {
        List<String> fields = declaration.solutionFields();
        if (Weighting.FIELD.word().equals(values.get(WEIGHTING)) && fields.size() > 1) {
            faults.add(
                    place.apply(List.of(WEIGHTING)),
                    WEIGHTING,
                    "must be another one where problem.kind = " + declaration.name() + ", which has the fields "
                            + String.join(", ", fields),
                    Weighting.FIELD.word());
        }
    }

    private void checkPrecision(Map<String, Object> values) {
        Object optimizer = values.get(OPTIMIZER);
        Object precision = values.get(PRECISION);
        if (isSecondOrder(optimizer) && precision != null && !precision.equals(DOUBLE)) {
            faults.add(
                    place.apply(List.of(PRECISION, OPTIMIZER)),
                    PRECISION,
                    "must be " + DOUBLE + " where " + OPTIMIZER + " = " + optimizer,
                    String.valueOf(precision));
        }
    }

    /** The matrices are made of gradients of single points. */
    private void checkSolver(ProblemDeclaration declaration, Map<String, Object> values) {
        Object solver = values.get(SOLVER);
        boolean hasMatrix =
                Solver.GRAM.word().equals(solver) || Solver.NORMAL.word().equals(solver);
        boolean isUsed = List.of(OPTIMIZER, POLISH).stream()
                .anyMatch(path -> Optimizer.LEVENBERG_MARQUARDT.word().equals(values.get(path)));
        if (!declaration.integratedInputs().isEmpty() && hasMatrix && isUsed) {
            faults.add(
                    place.apply(List.of(SOLVER)),
                    SOLVER,
                    "must be " + Solver.AUTO.word() + " or " + Solver.CG.word() + averaged(declaration),
                    String.valueOf(solver));
        }
    }

    /** What is learned is a number for a point, where there is a residual for each node. */
    private void checkAttention(ProblemDeclaration declaration, Map<String, Object> values) {
        if (!declaration.integratedInputs().isEmpty() && learns(values)) {
            faults.add(
                    place.apply(List.of(WEIGHTING)),
                    WEIGHTING,
                    "must be one of " + FORMULAS + averaged(declaration),
                    String.valueOf(values.get(WEIGHTING)));
        }
    }

    /** Of several formulations only some may have fields that meet conditions by themselves. */
    private void checkConditions(ProblemDeclaration declaration, Map<String, Object> values) {
        Object formulation = values.get(FormulationSettings.FORMULATION);
        Object conditions = values.get(FormulationSettings.CONDITIONS);
        boolean hasThem = declaration.formulations().stream()
                .filter(other -> other.name().equals(formulation))
                .allMatch(ProblemDeclaration.Formulation::hasHardConditions);
        if (FormulationSettings.Conditions.HARD.word().equals(conditions) && !hasThem) {
            faults.add(
                    place.apply(List.of(FormulationSettings.CONDITIONS)),
                    FormulationSettings.CONDITIONS,
                    "must be soft where " + FormulationSettings.FORMULATION + " = " + formulation
                            + ", whose fields do not meet conditions by" + " themselves",
                    String.valueOf(conditions));
        }
    }

    private static String averaged(ProblemDeclaration declaration) {
        return " where problem.kind = " + declaration.name() + ", whose residuals at a point are averages over "
                + String.join(", ", declaration.integratedInputs()) + " or differ along it";
    }

    /** A second-order step compares losses, which a weighting that learns changes meanwhile. */
    private void checkWeighting(String path, Map<String, Object> values) {
        Object optimizer = values.get(path);
        if (learns(values) && isSecondOrder(optimizer)) {
            faults.add(
                    place.apply(List.of(WEIGHTING, path)),
                    WEIGHTING,
                    "must be one of " + FORMULAS + " where " + path + " = " + optimizer
                            + ", which needs a loss that stays the same from step to step",
                    String.valueOf(values.get(WEIGHTING)));
        }
    }

    /** Detached weights make a gradient that is not the loss's. */
    private void checkDetached(String path, Map<String, Object> values) {
        Object optimizer = values.get(path);
        if (isSecondOrder(optimizer) && Boolean.TRUE.equals(values.get(DETACHED))) {
            faults.add(
                    place.apply(List.of(DETACHED, path)),
                    DETACHED,
                    "must be false where " + path + " = " + optimizer + ", which follows the gradient of its loss",
                    "true");
        }
    }

    private static boolean learns(Map<String, Object> values) {
        return values.get(WEIGHTING) instanceof String word
                && Choice.of(Weighting.class, word).learns();
    }

    private static boolean isSecondOrder(@Nullable Object optimizer) {
        return optimizer instanceof String word
                && Choice.of(Optimizer.class, word).isSecondOrder();
    }
}
