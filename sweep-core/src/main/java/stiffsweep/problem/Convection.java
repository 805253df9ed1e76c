package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;

/**
 * A wave that is carried along: {@code u_t + beta u_x = 0} on a circle, the example on which plain networks fail as beta grows
 * (Krishnapriyan et al., Characterizing possible failure modes in physics-informed neural networks, 2021, arXiv 2109.01050).
 */
public final class Convection implements Problem {

    private static final String SPEED = "speed";

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "convection", "u_t + beta u_x = 0, u(0, x) = sin x, periodic in x", "arXiv 2109.01050, section 3.1")
            .parameter(SPEED, 30, new Law.Anything(), "x/t", "The speed beta.")
            .input("t", 0, 1, 1, "1")
            .periodicInput("x", 0, 2 * Math.PI, 1, "1")
            .box("interior", 1000)
            .faceAtStart("initial", "t", 100)
            .grid("measured", 101, 101)
            .measuredOn("measured")
            .equation("equation", "interior", 1, "the equation holds", Convection::equation)
            .condition("initial", "initial", 1, "u(0, x) = sin x", Convection::initial)
            .fields("u")
            .hard(
                    "u",
                    at -> at.input("t")
                            .times(at.function("u"))
                            .plus(at.input("x").sin()))
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples at) {
        return Residual.of(
                at.y().along("t").plus(at.parameter(SPEED).times(at.y().along("x"))));
    }

    private static Residual initial(Samples at) {
        return Residual.of(at.y().value().minus(at.input("x").sin()));
    }

    @Override
    public Truth truth(Settings parameters) {
        double speed = parameters.number(SPEED);
        return Truth.of("t", "x", (t, x) -> Math.sin(x - speed * t));
    }
}
