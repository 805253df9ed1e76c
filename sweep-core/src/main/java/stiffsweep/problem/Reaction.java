package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/**
 * Logistic growth from a bell at every place: {@code u_t = rho u (1 - u)} (Krishnapriyan et al., Characterizing possible failure
 * modes in physics-informed neural networks, 2021, arXiv 2109.01050).
 */
public final class Reaction implements Problem {

    private static final String RATE = "rate";

    /** 1 / (2 (pi/4)^2), of the bell. */
    private static final double NARROWNESS = 8 / (Math.PI * Math.PI);

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "reaction",
                    "u_t = rho u (1 - u), u(0, x) = exp(-(x - pi)^2 / (2 (pi/4)^2)), periodic in x",
                    "arXiv 2109.01050, section 3.2")
            .parameter(RATE, 5, new Law.Anything(), "1/t", "The rate rho.")
            .input("t", 0, 1, 1, "1")
            .periodicInput("x", 0, 2 * Math.PI, 0, "1")
            .box("interior", 1000)
            .faceAtStart("initial", "t", 100)
            .grid("measured", 101, 101)
            .measuredOn("measured")
            .equation("equation", "interior", 1, "the equation holds", Reaction::equation)
            .condition("initial", "initial", 1, "u(0, x) is the bell", Reaction::initial)
            .fields("u")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples at) {
        Dual u = at.y().value();
        Dual rate = at.parameter(RATE);
        Dual growth = rate.times(u).times(u.negate().plus(1));
        return new Residual(
                at.y().along("t").minus(growth), rate.times(u.times(-2).plus(1)));
    }

    private static Residual initial(Samples at) {
        Dual bell = at.input("x").minus(Math.PI).square().times(-NARROWNESS).exp();
        return Residual.of(at.y().value().minus(bell));
    }

    @Override
    public Truth truth(Settings parameters) {
        double rate = parameters.number(RATE);
        return Truth.of("t", "x", (t, x) -> {
            double bell = Math.exp(-NARROWNESS * (x - Math.PI) * (x - Math.PI));
            return bell / (bell + (1 - bell) * Math.exp(-rate * t));
        });
    }
}
