package stiffsweep.problem;

import java.util.stream.IntStream;
import stiffsweep.formula.FieldFormula;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Residual;
import stiffsweep.jet.Jet;

/**
 * What the problems of GlueNN have in common: the solution is a sum of patchwise solutions {@code f1, f2 ..} whose
 * integration constants are functions of x, the exponentials of {@code c1, c2 ..}, and that sum obeys the whole equation
 * (Kim, Lee, Lee, Lee and Yi, GlueNN: gluing patchwise analytic solutions with neural networks, arXiv 2601.05889,
 * in its first version).
 */
final class GluedPatches {

    static final String SOURCE =
            "Kim et al., GlueNN: gluing patchwise analytic solutions with neural networks, arXiv 2601.05889v1";

    /** The term that meets the solution where it is known. */
    static final String DATA = "data";

    /** The term that asks for the equation. */
    static final String EQUATION = "equation";

    /** The term that suppresses the first patch solution where it is not valid. */
    static final String PATCH = "patch";

    private GluedPatches() {}

    /** How the solution is made: as the sum of so many patch solutions {@code f1, f2 ..}. */
    static FieldFormula sum(int patches) {
        return at -> IntStream.rangeClosed(1, patches)
                .mapToObj(patch -> at.field("f" + patch))
                .reduce(Jet::plus)
                .orElseThrow();
    }

    /** The residual that suppresses a patch solution. */
    static Formula suppressed(String patch) {
        return at -> Residual.of(at.field(patch).value());
    }
}
