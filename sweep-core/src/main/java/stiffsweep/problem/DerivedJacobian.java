package stiffsweep.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * The Jacobian of an equation whose problem does not give it: the derivative of the residual with respect to the fields,
 * their derivatives held fixed, by tangents through the residual's own formula. For several fields it is the length of the
 * Jacobian's row.
 *
 * <p>What an ansatz is made of is held fixed too: a residual must be written in the fields of the solution.
 */
public final class DerivedJacobian {

    /** Keeps the root differentiable where all of a row is zero; far below any row that matters beside 1. */
    private static final double SMALL = 1e-30;

    private DerivedJacobian() {}

    /**
     * The Jacobian, for several fields its magnitude, {@code [trials, points, 1]}; for a residual that carries no tangents itself.
     *
     * @return null where the samples carry tangents already: second derivatives are beyond them
     */
    public static @Nullable Dual of(ProblemDeclaration problem, LossTerm term, Samples samples) {
        List<String> fields = problem.solutionFields();
        if (samples.field(fields.get(0)).value().tangent() != null) {
            return null;
        }
        List<Dual> residuals = fields.stream()
                .map(field -> term.residual(seeded(field, samples)).value())
                .toList();
        requireFields(residuals, problem, term, samples);
        List<Dual> row = residuals.stream()
                .map(residual -> Dual.constant(residual.tangentOrZero()))
                .toList();
        return row.size() == 1 ? row.get(0) : length(row);
    }

    /** A residual may do without the fields, as in an integral; made of an ansatz's parts alone, its Jacobian would be lost. */
    private static void requireFields(
            List<Dual> residuals, ProblemDeclaration problem, LossTerm term, Samples samples) {
        boolean hasAnsatz = samples.fields().size() > residuals.size();
        if (hasAnsatz && residuals.stream().allMatch(residual -> residual.tangent() == null)) {
            throw new IllegalStateException("a Jacobian can be derived where the residual is written in the solution's "
                    + problem.solutionFields() + ", but the residual " + term.name() + " of "
                    + problem.name()
                    + " takes only parts of its ansatz: write it in the solution, or give its Jacobian");
        }
    }

    private static Dual length(List<Dual> row) {
        Dual squares = row.get(0).square();
        for (Dual entry : row.subList(1, row.size())) {
            squares = squares.plus(entry.square());
        }
        return squares.plus(SMALL).sqrt();
    }

    /** A residual with its Jacobian: its own, or the derived one. */
    public static Residual complete(Residual residual, ProblemDeclaration problem, LossTerm term, Samples samples) {
        return residual.jacobian() == null ? new Residual(residual.value(), of(problem, term, samples)) : residual;
    }

    /** The samples with the tangent one on the value of a field. */
    private static Samples seeded(String name, Samples samples) {
        Jet field = samples.field(name);
        Dual value = field.value();
        Dual seeded = Dual.of(value.value(), value.value().onesLike());
        return samples.with(name, field.withValue(seeded));
    }
}
