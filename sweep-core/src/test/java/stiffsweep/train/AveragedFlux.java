package stiffsweep.train;

import static java.util.Objects.requireNonNull;

import java.net.URL;
import java.net.URLClassLoader;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.problem.Problem;

/**
 * A density and a flux in every direction v of [-1, 1], {@code v rho' + g = 0, <v g>' = (pi^2 / 12) sin(pi x / 2), rho(0) = 0,
 * rho(1) = 1}: {@code rho = sin(pi x / 2)}, {@code g = -v rho'}. The second equation is an average over v.
 */
public final class AveragedFlux implements Problem {

    private static final double RATE = Math.PI / 2;

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "averaged-flux", "v rho' + g = 0, <v g>' = (pi^2 / 12) sin(pi x / 2)", "a test")
            .input("x", 0, 1, 1, "1")
            .quadrature("v", -1, 1, 8, "1")
            .network("rho", "x")
            .network("g", "x", "v")
            .box("interior", 12)
            .faceAtStart("start", "x", 1)
            .faceAtEnd("end", "x", 1)
            .grid("measured", 20)
            .measuredOn("measured")
            .equation("direction", "interior", 1, "the flux follows the slope", AveragedFlux::ofDirections)
            .equation("balance", "interior", 1, "the mean flux follows the source", AveragedFlux::ofMean)
            .condition("first", "start", 1, "rho(0) = 0", at -> Residual.of(density(at)))
            .condition(
                    "last",
                    "end",
                    1,
                    "rho(1) = 1",
                    at -> Residual.of(density(at).minus(1)))
            .fields("rho", "g")
            .build();

    /** Does some work where this problem and {@link MirroredFlow} are known, as from a jar of a user's own. */
    public static void known(Runnable work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] folder = {requireNonNull(AveragedFlux.class.getResource("averaged-flux/"))};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(folder, before));
        try {
            work.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Dual density(Samples at) {
        return at.field("rho").value();
    }

    private static Residual ofDirections(Samples at) {
        return Residual.of(at.input("v")
                .times(at.field("rho").along("x"))
                .plus(at.field("g").value()));
    }

    private static Residual ofMean(Samples at) {
        Dual source = at.input("x").times(RATE).sin().times(RATE * RATE / 3);
        return Residual.of(
                at.average(at.input("v").times(at.field("g").along("x"))).minus(source));
    }

    /** The density that solves the equations. */
    static double density(double x) {
        return Math.sin(RATE * x);
    }
}
