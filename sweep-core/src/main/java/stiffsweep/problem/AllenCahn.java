package stiffsweep.problem;

import java.util.Arrays;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.MethodOfLines;
import stiffsweep.reference.Mirror;
import stiffsweep.sampling.Points;

/**
 * Two phases that part: {@code u_t = D u_xx + r (u - u^3)} on a circle (Raissi, Perdikaris and Karniadakis, Physics-informed
 * neural networks, 2019, doi 10.1016/j.jcp.2018.10.045).
 */
public final class AllenCahn implements Problem {

    private static final String DIFFUSION = "diffusion";
    private static final String RATE = "rate";

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "allen-cahn",
                    "u_t = D u_xx + r (u - u^3), u(0, x) = x^2 cos(pi x), periodic in x",
                    "doi 10.1016/j.jcp.2018.10.045, section 3.1.2")
            .parameter(DIFFUSION, 1e-4, new Law.GreaterThan(0), "x^2/t", "The diffusion D.")
            .parameter(RATE, 5, new Law.GreaterThan(0), "1/t", "The rate r.")
            .input("t", 0, 1, 1, "1")
            .periodicInput("x", -1, 1, 2, "1")
            .box("interior", 1000)
            .faceAtStart("initial", "t", 100)
            .grid("measured", 101, 101)
            .measuredOn("measured")
            .equation("equation", "interior", 1, "the equation holds", AllenCahn::equation)
            .condition("initial", "initial", 1, "u(0, x) = x^2 cos(pi x)", AllenCahn::initial)
            .fields("u")
            .hard("u", at -> {
                Jet x = at.input("x");
                Jet bumps = x.square().times(x.times(Math.PI).cos());
                return at.input("t").times(at.function("u")).plus(bumps);
            })
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples at) {
        Jet u = at.y();
        Dual value = u.value();
        Dual rate = at.parameter(RATE);
        Dual reaction = rate.times(value.minus(value.square().times(value)));
        Dual residual = u.along("t")
                .minus(at.parameter(DIFFUSION).times(u.secondAlong("x")))
                .minus(reaction);
        return new Residual(residual, rate.times(value.square().times(-3).plus(1)));
    }

    private static Residual initial(Samples at) {
        Dual x = at.input("x");
        return Residual.of(
                at.y().value().minus(x.square().times(x.times(Math.PI).cos())));
    }

    @Override
    public Truth truth(Settings parameters) {
        return new Lines(parameters.number(DIFFUSION), parameters.number(RATE));
    }

    /** The solution by the method of lines on half of the circle, for it is even; solved when it is first asked for. */
    private static final class Lines implements Truth {

        /** With a relative error of 3e-8 at the default parameters. */
        private static final int CELLS = 8000;

        private static final int TIMES = 100;

        /** Up to 1 or more, so that shorter trials share one solve. */
        private final KeptSolves<FieldOnLine> solves;

        Lines(double diffusion, double rate) {
            MethodOfLines equation =
                    new MethodOfLines(diffusion, (x, u, slope) -> rate * (u - u * u * u), 0, 1, Mirror.EVEN);
            solves = new KeptSolves<>(end -> equation.solve(x -> x * x * Math.cos(Math.PI * x), end, CELLS, TIMES));
        }

        @Override
        public double[][] at(Points points) {
            double[] t = points.of("t");
            double[] x = points.of("x");
            FieldOnLine field = solves.until(Math.max(Arrays.stream(t).max().orElseThrow(), 1));
            double[] u = new double[t.length];
            Arrays.setAll(u, i -> field.at(t[i], Math.abs(x[i])));
            return new double[][] {u};
        }
    }
}
