package stiffsweep.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;

/** An equation with its conditions and, where they are known, its truth and its conventional baseline. */
public interface Problem {

    /** Its name, inputs, parameters and sample sets, and its loss terms and fields with their formulas. */
    ProblemDeclaration declaration();

    /**
     * The solution that errors are measured against.
     *
     * @param parameters the settings under {@code problem}
     * @return the exact or reference solution; null where none is known
     */
    default @Nullable Truth truth(Settings parameters) {
        return null;
    }

    /**
     * The conventional method's solution: the patches joined at a matching point.
     *
     * @param parameters the settings under {@code problem}
     * @return null where the problem declares no matching
     */
    default @Nullable Truth baseline(Settings parameters, double matchingPoint) {
        return null;
    }

    /**
     * The solution in the limit that a physicist would take instead of solving the equation, such as diffusion for particles that
     * collide often.
     *
     * @return null where there is none
     */
    default @Nullable Truth limit(Settings parameters) {
        return null;
    }

    /** The values of the declared results by column; one that cannot be told is left out. */
    default Map<String, Double> results(Solved solved) {
        return Map.of();
    }
}
