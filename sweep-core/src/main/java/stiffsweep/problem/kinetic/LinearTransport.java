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
import stiffsweep.problem.Problem;
import stiffsweep.problem.Solved;
import stiffsweep.problem.Truth;

/**
 * Linear transport in a slab, {@code eps f_t + v f_x = s/eps (rho - f)} with {@code rho = 1/2 int f dv}, stated in several ways:
 * as it stands, by micro-macro decomposition and by even and odd parts. The density is what is sought, for every Knudsen number
 * eps.
 */
public final class LinearTransport implements Problem {

    static final String KNUDSEN = "knudsen";
    static final String SCATTERING = "scattering";
    static final String DATA = "data";
    static final String DENSITY = "density";

    private static final String DENSITY_ERROR = "density_error";
    private static final String LIMIT_ERROR = "density_limit_error";

    private static final ProblemDeclaration DECLARATION = declaration(ProblemDeclaration.of(
            "linear-transport",
            "eps f_t + v f_x = s (rho - f) / eps, rho = 1/2 int f dv, f given at t = 0 and where it comes in",
            "arXiv 2306.15381; arXiv 2111.02541"));

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static ProblemDeclaration declaration(DeclarationBuilder builder) {
        builder.parameter(KNUDSEN, 1e-3, new Law.GreaterThan(0), "1", "The Knudsen number eps.")
                .parameter(SCATTERING, 1, new Law.GreaterThan(0), "1", "The scattering coefficient s.")
                .word(DATA, "What comes in and what is there at t = 0.", Choice.words(List.of(TransportData.values())))
                .input("t", 0, 0.1, 1, "1")
                .input("x", 0, 1, 1, "1")
                .quadratureByHalves("v", -1, 1, 4, "1")
                .box("interior", 512)
                .faceAtStart("left", "x", 256)
                .faceAtEnd("right", "x", 256)
                .faceAtStart("initial", "t", 256)
                .grid("measured", 11, 101)
                .measuredOn("measured")
                .result(DENSITY_ERROR, "1", "The relative l2 error of the density at the last time.")
                .result(LIMIT_ERROR, "1", "The relative l2 error of the diffusion limit's density at the last time.");
        PlainTransport.addTo(builder);
        MicroMacro.addTo(builder);
        return EvenOdd.addTo(builder).build();
    }

    /** {@code rho_t + <v h_x>}, with h what f has beyond the density. */
    static Residual kept(String beyond, Samples at) {
        Dual flow = at.average(at.input("v").times(at.field(beyond).along("x")));
        return Residual.withoutJacobian(at.field(DENSITY).along("t").plus(flow));
    }

    private static TransportData data(Settings parameters) {
        return Choice.of(TransportData.class, parameters.word(DATA));
    }

    @Override
    public Truth truth(Settings parameters) {
        return new TransportDensity(data(parameters), parameters.number(KNUDSEN), parameters.number(SCATTERING));
    }

    /** Diffusion. */
    @Override
    public Truth limit(Settings parameters) {
        return Truth.of("t", "x", data(parameters).limit(parameters.number(SCATTERING))::at);
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        double[] truth = solved.truth(DENSITY);
        if (truth == null) {
            return Map.of();
        }
        double[] limit = limit(solved.parameters()).at(solved.points())[0];
        LastTime last = new LastTime(solved.points());
        return Map.of(DENSITY_ERROR, last.error(solved.values(DENSITY), truth), LIMIT_ERROR, last.error(limit, truth));
    }
}
