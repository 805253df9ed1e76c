package stiffsweep.problem.kinetic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** What the names of random inputs begin with. */
    static final String RANDOM = "z";

    static final String VARIATION = "variation";

    private static final String DENSITY_ERROR = "density_error";
    private static final String LIMIT_ERROR = "density_limit_error";

    private Transport() {}

    /** A declaration up to its formulations, but for x and v. */
    static DeclarationBuilder of(String name, String conditions, String source, List<TransportConditions> data) {
        return ProblemDeclaration.of(
                        name, "eps f_t + v f_x = s (rho - f) / eps, rho = 1/2 int f dv, " + conditions, source)
                .parameter(KNUDSEN, 1e-3, new Law.GreaterThan(0), "1", "The Knudsen number eps.")
                .parameter(SCATTERING, 1, new Law.GreaterThan(0), "1", "The scattering coefficient s.")
                .word(DATA, "What comes in and what is there at t = 0.", Choice.words(data))
                .input("t", 0, 0.1, 1, "1")
                .box("interior", 512)
                .faceAtStart("initial", "t", 256)
                .measuredOn("measured")
                .comparedResult(
                        DENSITY_ERROR, "1", "The relative l2 error of the density at the last time.", LIMIT_ERROR)
                .result(LIMIT_ERROR, "1", "That of the answer that a physicist would take instead, the baseline.");
    }

    /** The declaration with its velocities and all formulations; random inputs are those that the scattering depends on. */
    static ProblemDeclaration formulated(DeclarationBuilder builder, Conditions conditions, String... random) {
        builder.quadratureByHalves("v", -1, 1, 4, "1");
        Formulated formulated = new Formulated(conditions, List.of(random));
        PlainTransport.addTo(builder, formulated);
        MicroMacro.addTo(builder, formulated);
        return EvenOdd.addTo(builder, formulated).build();
    }

    /**
     * What formulations share.
     *
     * @param conditions what they ask for at the ends and at t = 0
     * @param random the inputs beside t, x and v that the scattering depends on
     */
    record Formulated(Conditions conditions, List<String> random) {

        DeclarationBuilder ofPlace(DeclarationBuilder builder, String network) {
            return of(builder, network, "t", "x");
        }

        DeclarationBuilder ofVelocity(DeclarationBuilder builder, String network) {
            return of(builder, network, "t", "x", "v");
        }

        private DeclarationBuilder of(DeclarationBuilder builder, String network, String... inputs) {
            return builder.network(
                    network, Stream.concat(Stream.of(inputs), random.stream()).toArray(String[]::new));
        }
    }

    /** The scattering s; where it is random, {@code s (1 + a prod sin(pi z_i))} of the random inputs z. */
    static Dual scattering(Samples at) {
        Dual scattering = at.parameter(SCATTERING);
        Dual product = null;
        for (Map.Entry<String, Dual> input : at.inputs().entrySet()) {
            if (input.getKey().startsWith(RANDOM)) {
                Dual sine = input.getValue().times(Math.PI).sin();
                product = product == null ? sine : product.times(sine);
            }
        }
        return product == null
                ? scattering
                : scattering.times(product.times(at.parameter(VARIATION)).plus(1));
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

    static TransportConditions data(Settings parameters) {
        return TransportConditions.of(parameters.word(DATA));
    }

    /** The errors at the last time, of the density and of the limit's. */
    static Map<String, Double> results(Solved solved, Truth limitOf) {
        double[] truth = solved.truth(DENSITY);
        if (truth == null) {
            return Map.of();
        }
        double[] limit = limitOf.at(solved.points())[0];
        LastTime last = new LastTime(solved.points());
        return Map.of(DENSITY_ERROR, last.error(solved.values(DENSITY), truth), LIMIT_ERROR, last.error(limit, truth));
    }
}
