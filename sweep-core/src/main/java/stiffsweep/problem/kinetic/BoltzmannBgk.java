package stiffsweep.problem.kinetic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stiffsweep.choice.Choice;
import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Solved;
import stiffsweep.problem.Truth;

/**
 * A gas with one velocity between two states, {@code f_t + v f_x = (M - f) / eps} with the Maxwellian M of the moments of f. As
 * the Knudsen number eps vanishes, density, momentum and energy follow Euler's equations.
 */
public final class BoltzmannBgk implements Problem {

    static final String KNUDSEN = "knudsen";
    static final String PROFILE = "profile";
    static final String POSITIVITY = "positivity";
    static final String GAUSSIAN = "gaussian";

    /** The gas is between x = -1/2 and x = 1/2. */
    static final double HALF_LENGTH = 0.5;

    private static final List<String> MOMENTS = List.of(Moments.DENSITY, Moments.MOMENTUM, Moments.ENERGY);

    private static final ProblemDeclaration DECLARATION = declaration(ProblemDeclaration.of(
            "boltzmann-bgk",
            "f_t + v f_x = (M - f) / eps, M the Maxwellian of f, from one at t = 0, between two states",
            "arXiv 2306.15381"));

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static ProblemDeclaration declaration(DeclarationBuilder builder) {
        builder.parameter(KNUDSEN, 1e-3, new Law.GreaterThan(0), "1", "The Knudsen number eps.")
                .word(
                        PROFILE,
                        "How density and temperature go from left to right at t = 0.",
                        Choice.words(List.of(GasProfile.values())))
                .word(POSITIVITY, "How f is positive: a Gaussian in v, or a softplus.", GAUSSIAN, "softplus")
                .input("t", 0, 0.1, 1, "1")
                .input("x", -HALF_LENGTH, HALF_LENGTH, 1, "1")
                .quadrature("v", -8, 8, 24, "1")
                .box("interior", 512)
                .faceAtStart("left", "x", 64)
                .faceAtEnd("right", "x", 64)
                .faceAtStart("initial", "t", 256)
                .grid("measured", 6, 101)
                .measuredOn("measured");
        for (String moment : MOMENTS) {
            String limit = moment + "_limit_error";
            String error = "The relative l2 error of the " + moment;
            builder.comparedResult(moment + "_error", "1", error + " at the last time.", limit)
                    .comparedResult(moment + "_of_f_error", "1", error + " as an integral of f.", limit)
                    .result(limit, "1", error + " of Euler's equations.");
        }
        ConservedGas.addTo(builder);
        return PlainGas.addTo(builder).build();
    }

    private static GasProfile profile(Settings parameters) {
        return Choice.of(GasProfile.class, parameters.word(PROFILE));
    }

    @Override
    public Truth truth(Settings parameters) {
        return new GasMoments(profile(parameters), parameters.number(KNUDSEN));
    }

    /** Euler's equations. */
    @Override
    public Truth limit(Settings parameters) {
        return GasMoments.limit(profile(parameters));
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        Map<String, Double> results = new TreeMap<>();
        LastTime last = new LastTime(solved.points());
        double[][] limit = limit(solved.parameters()).at(solved.points());
        for (int i = 0; i < MOMENTS.size(); i++) {
            String moment = MOMENTS.get(i);
            double[] truth = solved.truth(moment);
            if (truth != null) {
                results.put(moment + "_error", last.error(solved.values(moment), truth));
                results.put(moment + "_limit_error", last.error(limit[i], truth));
                double[] ofDistribution = solved.values().get(moment + "-of-f");
                if (ofDistribution != null) {
                    results.put(moment + "_of_f_error", last.error(ofDistribution, truth));
                }
            }
        }
        return results;
    }
}
