package stiffsweep.problem;

import java.util.Map;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;

/** The freeze-out of a dark-matter yield at a given interaction strength (arXiv 2602.21988, section 4). */
public final class WimpFreezeOut implements Problem {

    /** C in the standard cosmology, at which the yield freezes at the observed one. */
    private static final double STANDARD = 29.2037;

    private static final ProblemDeclaration DECLARATION = WimpEquation.declaration("wimp-freeze-out", "W(0) = Weq(0)")
            .parameter(
                    WimpEquation.STRENGTH,
                    STANDARD,
                    new Law.Anything(),
                    "1",
                    "The logarithm C of the interaction strength (eq. 38).")
            .result(RelicDensity.DENSITY, "1", "Omega h^2 of the yield at the last point.")
            .result(RelicDensity.CROSS_SECTION, "1/GeV^2", "<sigma v> of the interaction strength.")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public Truth truth(Settings parameters) {
        return WimpReference.of(parameters.number(WimpEquation.STRENGTH), parameters);
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        double strength = solved.parameters().number(WimpEquation.STRENGTH);
        return Map.of(
                RelicDensity.DENSITY, RelicDensity.of(WimpEquation.FROZEN * solved.last(WimpEquation.FIELD)),
                RelicDensity.CROSS_SECTION, RelicDensity.crossSection(strength));
    }
}
