package stiffsweep.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * The Jacobian of an equation whose problem does not give it: the derivative of the residual with respect to the fields,
 * their derivatives held fixed, by tangents through the residual's own formula. For several fields it is the length of the
 * Jacobian's row.
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
    public static @Nullable Dual of(Problem problem, String term, Samples samples) {
        List<String> fields = problem.declaration().solutionFields();
        if (samples.field(fields.get(0)).value().tangent() != null) {
            return null;
        }
        Dual first = along(fields.get(0), problem, term, samples);
        if (fields.size() == 1) {
            return first;
        }
        Dual squares = first.square();
        for (String field : fields.subList(1, fields.size())) {
            squares = squares.plus(along(field, problem, term, samples).square());
        }
        return squares.plus(SMALL).sqrt();
    }

    /** A residual with its Jacobian: its own, or the derived one. */
    public static Residual complete(Residual residual, Problem problem, String term, Samples samples) {
        return residual.jacobian() == null ? new Residual(residual.value(), of(problem, term, samples)) : residual;
    }

    /** The derivative of a residual with respect to one field. */
    private static Dual along(String name, Problem problem, String term, Samples samples) {
        Jet field = samples.field(name);
        Dual seeded = Dual.of(field.value().value(), field.value().value().onesLike());
        Jet moved = new Jet(seeded, field.derivatives(), field.secondDerivatives());
        Dual residual = problem.residual(term, samples.with(name, moved)).value();
        return Dual.constant(residual.tangentOrZero());
    }
}
