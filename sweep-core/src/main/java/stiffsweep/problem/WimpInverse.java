package stiffsweep.problem;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Formula;
import stiffsweep.reference.Root;
import stiffsweep.reference.UnsolvedException;

/** The interaction strength at which a dark-matter yield freezes at the observed one (arXiv 2602.21988, section 5). */
public final class WimpInverse implements Problem {

    private static final String FINAL = "final";
    private static final String STRENGTH = "recovered_strength";
    private static final String STRENGTH_ERROR = "recovered_strength_error";
    private static final String REFERENCE_DENSITY = "omega_h2_reference";

    /** Strengths from where no yield is annihilated to where nothing is left. */
    private static final double LARGEST_STRENGTH = 150;

    private static final double ACCURACY = 1e-11;

    private static final ProblemDeclaration DECLARATION = WimpEquation.declaration(
                    "wimp-inverse", "W(0) = Weq(0), W(ln 50000) = -26.1586, C is sought")
            .learned(new Learned(
                    WimpEquation.STRENGTH,
                    30.5,
                    1.25,
                    2e-3,
                    0.01,
                    "1",
                    "The logarithm C of the interaction strength (eq. 38)."))
            .endOf("end", WimpEquation.POINTS)
            .condition(
                    FINAL,
                    "end",
                    1,
                    "the yield ends at that which becomes the observed one",
                    Formula.truthOf(WimpEquation.FIELD))
            .estimate(
                    STRENGTH,
                    "1",
                    "The interaction strength C that was learned.",
                    STRENGTH_ERROR,
                    "The interaction strength that was learned minus the exact one.")
            .result(RelicDensity.DENSITY, "1", "Omega h^2 of the network's yield at the last point.")
            .result(
                    REFERENCE_DENSITY,
                    "1",
                    "Omega h^2 of the reference solution at the strength that was learned; null where it cannot be"
                            + " solved.")
            .result(RelicDensity.CROSS_SECTION, "1/GeV^2", "<sigma v> of the strength that was learned.")
            .build();

    /** The exact strengths that were found in this process, by the settings under {@code problem}. */
    private final Map<Settings, Double> strengths = new ConcurrentHashMap<>();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public Truth truth(Settings parameters) {
        return WimpReference.of(exactStrength(parameters), parameters);
    }

    /** The strength whose reference solution freezes at the observed yield. */
    private double exactStrength(Settings parameters) {
        return strengths.computeIfAbsent(
                parameters,
                cosmology -> Root.between(
                        0,
                        LARGEST_STRENGTH,
                        ACCURACY,
                        strength -> WimpReference.of(strength, cosmology).frozen() + WimpEquation.FROZEN));
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        double strength = solved.learned(WimpEquation.STRENGTH);
        Map<String, Double> results = new TreeMap<>();
        results.put(STRENGTH, strength);
        results.put(STRENGTH_ERROR, strength - exactStrength(solved.parameters()));
        results.put(RelicDensity.DENSITY, RelicDensity.of(WimpEquation.FROZEN * solved.last(WimpEquation.FIELD)));
        results.put(RelicDensity.CROSS_SECTION, RelicDensity.crossSection(strength));
        try {
            double frozen = WimpReference.of(strength, solved.parameters()).frozen();
            results.put(REFERENCE_DENSITY, RelicDensity.of(frozen));
        } catch (UnsolvedException e) {
            // A strength far from any solution says enough itself.
        }
        return results;
    }
}
