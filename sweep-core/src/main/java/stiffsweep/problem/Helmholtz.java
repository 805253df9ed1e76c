package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * A standing wave on a square: {@code u_xx + u_yy + u = q} with {@code u = sin(a pi x) sin(b pi y)} (Wang, Teng and Perdikaris,
 * Understanding and mitigating gradient pathologies in physics-informed neural networks, 2020, arXiv 2001.04536).
 */
public final class Helmholtz implements Problem {

    private static final String ALONG_X = "frequency-x";
    private static final String ALONG_Y = "frequency-y";

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "helmholtz",
                    "u_xx + u_yy + u = (1 - pi^2 (a^2 + b^2)) sin(a pi x) sin(b pi y), u = 0 on the boundary",
                    "arXiv 2001.04536, section 4.1")
            .parameter(ALONG_X, 1, new Law.GreaterThan(0), "1", "The frequency a along x; a whole number.")
            .parameter(ALONG_Y, 4, new Law.GreaterThan(0), "1", "The frequency b along y; a whole number.")
            .input("x", -1, 1, 2, "1")
            .input("y", -1, 1, 2, "1")
            .box("interior", 1000)
            .faceAtStart("left", "x", 50)
            .faceAtEnd("right", "x", 50)
            .faceAtStart("bottom", "y", 50)
            .faceAtEnd("top", "y", 50)
            .grid("measured", 101, 101)
            .measuredOn("measured")
            .equation("equation", "interior", 1, "the equation holds", Helmholtz::equation)
            .condition(
                    "left", "left", 1, "u(-1, y) = 0", at -> Residual.of(at.y().value()))
            .condition(
                    "right", "right", 1, "u(1, y) = 0", at -> Residual.of(at.y().value()))
            .condition(
                    "bottom",
                    "bottom",
                    1,
                    "u(x, -1) = 0",
                    at -> Residual.of(at.y().value()))
            .condition("top", "top", 1, "u(x, 1) = 0", at -> Residual.of(at.y().value()))
            .fields("u")
            .hard("u", at -> edge(at.input("x")).times(edge(at.input("y"))).times(at.function("u")))
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    /** A factor that vanishes at both ends of [-1, 1]. */
    private static Jet edge(Jet input) {
        return input.square().negate().plus(1);
    }

    private static Residual equation(Samples at) {
        Jet u = at.y();
        Dual a = at.parameter(ALONG_X).times(Math.PI);
        Dual b = at.parameter(ALONG_Y).times(Math.PI);
        Dual wave = a.times(at.input("x")).sin().times(b.times(at.input("y")).sin());
        Dual source = a.square().plus(b.square()).negate().plus(1).times(wave);
        return Residual.of(
                u.secondAlong("x").plus(u.secondAlong("y")).plus(u.value()).minus(source));
    }

    @Override
    public Truth truth(Settings parameters) {
        double a = parameters.number(ALONG_X) * Math.PI;
        double b = parameters.number(ALONG_Y) * Math.PI;
        return Truth.of("x", "y", (x, y) -> Math.sin(a * x) * Math.sin(b * y));
    }
}
