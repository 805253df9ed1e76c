package stiffsweep.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /**
     * The fields y, f1, f2 .., c1, c2 ...
     *
     * @param terms the patch solutions, each times the exponential of its coefficient
     * @param coefficients the network's functions
     */
    static Map<String, Jet> fields(List<Jet> terms, List<Jet> coefficients) {
        Map<String, Jet> fields = new LinkedHashMap<>();
        fields.put("y", terms.stream().reduce(Jet::plus).orElseThrow());
        for (int i = 0; i < terms.size(); i++) {
            fields.put("f" + (i + 1), terms.get(i));
        }
        for (int i = 0; i < coefficients.size(); i++) {
            fields.put("c" + (i + 1), coefficients.get(i));
        }
        return fields;
    }

    /**
     * The residual of a loss term.
     *
     * @param suppressed the patch solution that each suppressing term asks to be zero, by the term's name
     */
    static Residual residual(
            String term, Samples samples, Function<Samples, Residual> equation, Map<String, String> suppressed) {
        if (term.equals(EQUATION)) {
            return equation.apply(samples);
        }
        if (term.equals(DATA)) {
            return Residual.of(samples.distanceFromTruth());
        }
        String patch = suppressed.get(term);
        if (patch == null) {
            throw new IllegalArgumentException("a loss term must be " + EQUATION + ", " + DATA + " or one of "
                    + suppressed.keySet() + ", but got " + term);
        }
        return Residual.of(samples.field(patch).value());
    }
}
