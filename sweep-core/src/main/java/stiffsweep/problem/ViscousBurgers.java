package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * Burgers' equation, whose solution steepens into a layer of the width of the viscosity (Raissi, Perdikaris and Karniadakis,
 * Physics-informed neural networks, 2019, doi 10.1016/j.jcp.2018.10.045).
 */
public final class ViscousBurgers implements Problem {

    private static final String VISCOSITY = "viscosity";

    /** 0.01 / pi as a literal: a default enters trial ids. */
    private static final double THIN = 0.0031830988618379067;

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "viscous-burgers",
                    "u_t + u u_x = nu u_xx, u(0, x) = -sin(pi x), u(t, -1) = u(t, 1) = 0",
                    "doi 10.1016/j.jcp.2018.10.045, appendix A.1")
            .parameter(VISCOSITY, THIN, new Law.GreaterThan(0), "x^2/t", "The viscosity nu.")
            .input("t", 0, 1, 1, "1")
            .input("x", -1, 1, 2, "1")
            .box("interior", 1000)
            .faceAtStart("initial", "t", 100)
            .faceAtStart("left", "x", 50)
            .faceAtEnd("right", "x", 50)
            .grid("measured", 101, 101)
            .measuredOn("measured")
            .equation("equation", "interior", 1, "the equation holds", ViscousBurgers::equation)
            .condition("initial", "initial", 1, "u(0, x) = -sin(pi x)", ViscousBurgers::initial)
            .condition(
                    "left", "left", 1, "u(t, -1) = 0", at -> Residual.of(at.y().value()))
            .condition(
                    "right", "right", 1, "u(t, 1) = 0", at -> Residual.of(at.y().value()))
            .fields("u")
            .hard("u", at -> {
                Jet x = at.input("x");
                Jet inside = x.square().negate().plus(1);
                return at.input("t")
                        .times(inside)
                        .times(at.function("u"))
                        .minus(x.times(Math.PI).sin());
            })
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples at) {
        Jet u = at.y();
        Dual carried = u.value().times(u.along("x"));
        return Residual.of(
                u.along("t").plus(carried).minus(at.parameter(VISCOSITY).times(u.secondAlong("x"))));
    }

    private static Residual initial(Samples at) {
        return Residual.of(at.y().value().plus(at.input("x").times(Math.PI).sin()));
    }

    @Override
    public Truth truth(Settings parameters) {
        return Truth.of("t", "x", new ColeHopf(parameters.number(VISCOSITY))::at);
    }
}
