package stiffsweep.train;

import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.Problem;

/**
 * Everything at once, for whole losses: inputs of order 0, 1 and 2, a mean over v, two networks of different inputs, a field
 * that is even in v, and a condition that may be hard. Nobody knows its solution.
 */
public final class MirroredFlow implements Problem {

    @Override
    public ProblemDeclaration declaration() {
        return ProblemDeclaration.of(
                        "mirrored-flow", "rho_t + rho <v g_x> = rho_xx / 10, g_t + v g_x + y rho g+ = 0", "a test")
                .input("t", 0, 1, 1, "1")
                .input("x", -1, 1, 2, "1")
                .input("y", 0, 2, 0, "1")
                .quadrature("v", -1, 1, 3, "1")
                .network("rho", "t", "x", "y")
                .network("g", "t", "x", "v")
                .box("interior", 5)
                .faceAtStart("initial", "t", 4)
                .grid("measured", 2, 3, 2)
                .measuredOn("measured")
                .equation("macro", "interior", 1, "the density follows the mean", MirroredFlow::macro)
                .equation("micro", "interior", 0.5, "the flow follows the density", MirroredFlow::micro)
                .condition("initial", "initial", 2, "rho(0, x, y) = sin(pi x)", MirroredFlow::initial)
                .fields("rho")
                .hard(
                        "rho",
                        at -> at.input("x")
                                .times(Math.PI)
                                .sin()
                                .plus(at.input("t").times(at.function("rho"))))
                .coefficients("g")
                .term("even", at -> at.function("g").plus(at.reflected("g")).times(0.5))
                .build();
    }

    private static Residual macro(Samples at) {
        Jet rho = at.field("rho");
        Dual mean = at.average(at.input("v").times(at.field("g").along("x")));
        Dual flow = rho.along("t").plus(rho.value().times(mean));
        return new Residual(flow.minus(rho.secondAlong("x").times(0.1)), mean);
    }

    private static Residual micro(Samples at) {
        Jet g = at.field("g");
        Dual even = at.input("y").times(at.field("even").value());
        Dual flow = g.along("t").plus(at.input("v").times(g.along("x")));
        return new Residual(flow.plus(even.times(at.field("rho").value())), even);
    }

    private static Residual initial(Samples at) {
        Dual first = at.input("x").times(Math.PI).sin();
        return Residual.of(at.field("rho").value().minus(first));
    }
}
