package stiffsweep.problem.kinetic;

import java.util.List;
import java.util.Map;
import stiffsweep.choice.Choice;
import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.problem.Solved;
import stiffsweep.problem.Truth;

/** What linear transport is between walls and on a circle alike. */
final class Transport {

    static final String KNUDSEN = "knudsen";
    static final String SCATTERING = "scattering";
    static final String DATA = "data";
    static final String DENSITY = "density";

    private static final String DENSITY_ERROR = "density_error";
    private static final String LIMIT_ERROR = "density_limit_error";

    private Transport() {}

    /** A declaration up to its formulations, but for x and v. */
    static DeclarationBuilder of(String name, String conditions, String source, List<TransportData> data) {
        return ProblemDeclaration.of(
                        name, "eps f_t + v f_x = s (rho - f) / eps, rho = 1/2 int f dv, " + conditions, source)
                .parameter(KNUDSEN, 1e-3, new Law.GreaterThan(0), "1", "The Knudsen number eps.")
                .parameter(SCATTERING, 1, new Law.GreaterThan(0), "1", "The scattering coefficient s.")
                .word(DATA, "What comes in and what is there at t = 0.", Choice.words(data))
                .input("t", 0, 0.1, 1, "1")
                .box("interior", 512)
                .faceAtStart("initial", "t", 256)
                .grid("measured", 11, 101)
                .measuredOn("measured")
                .result(DENSITY_ERROR, "1", "The relative l2 error of the density at the last time.")
                .result(LIMIT_ERROR, "1", "The relative l2 error of the diffusion limit's density at the last time.");
    }

    /** The declaration with its velocities and all formulations. */
    static ProblemDeclaration formulated(DeclarationBuilder builder, Conditions conditions) {
        builder.quadratureByHalves("v", -1, 1, 4, "1");
        PlainTransport.addTo(builder, conditions);
        MicroMacro.addTo(builder, conditions);
        return EvenOdd.addTo(builder, conditions).build();
    }

    /** {@code rho_t + <v h_x>}, with h what f has beyond the density. */
    static Residual kept(String beyond, Samples at) {
        Dual flow = at.average(at.input("v").times(at.field(beyond).along("x")));
        return Residual.withoutJacobian(at.field(DENSITY).along("t").plus(flow));
    }

    static Truth truth(Settings parameters) {
        return new TransportDensity(data(parameters), parameters.number(KNUDSEN), parameters.number(SCATTERING));
    }

    /** Diffusion. */
    static Truth limit(Settings parameters) {
        return Truth.of("t", "x", data(parameters).limit(parameters.number(SCATTERING)));
    }

    private static TransportData data(Settings parameters) {
        return TransportData.of(parameters.word(DATA));
    }

    static Map<String, Double> results(Solved solved) {
        double[] truth = solved.truth(DENSITY);
        if (truth == null) {
            return Map.of();
        }
        double[] limit = limit(solved.parameters()).at(solved.points())[0];
        LastTime last = new LastTime(solved.points());
        return Map.of(DENSITY_ERROR, last.error(solved.values(DENSITY), truth), LIMIT_ERROR, last.error(limit, truth));
    }
}
