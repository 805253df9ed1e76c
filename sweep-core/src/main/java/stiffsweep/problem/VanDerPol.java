package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.BandMatrix;
import stiffsweep.reference.OdeSystem;
import stiffsweep.reference.RadauSolver;
import stiffsweep.reference.Tolerances;

/**
 * Van der Pol's oscillator in the time s = t / mu of its slow phases: {@code y''/mu^2 = (1 - y^2) y' - y}, with {@code y(0) =
 * 2, y'(0) = 0}, as solvers for stiff problems are compared on it (Hairer and Wanner II, section IV.1).
 *
 * <p>In this time one domain serves every mu: for a large one y creeps from 2 to 1, falls to -2 at s = 3/2 - ln 2 = 0.807
 * within a time of order 1/mu^2, and is on its way back at the end of the domain.
 */
public final class VanDerPol implements Problem {

    private static final String MU = "mu";

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "van-der-pol",
                    "y''/mu^2 = (1 - y^2) y' - y, y(0) = 2, y'(0) = 0, in the time s = t/mu",
                    "B. van der Pol (1926)")
            .input("s", "1", 2)
            .parameter(MU, 2, new Law.GreaterThan(0), "1", "The damping mu, whose square is the stiffness.")
            .interval("residual", "linear", 0, 1.5, 300, "s")
            .startOf("start", "residual")
            .equation("equation", "residual", 1, "the equation holds", VanDerPol::equation)
            .condition(
                    "initial",
                    "start",
                    1,
                    "y(0) = 2",
                    at -> Residual.of(at.y().value().minus(2)))
            .condition(
                    "initial-slope",
                    "start",
                    1,
                    "y'(0) = 0",
                    at -> Residual.of(at.y().derivative()))
            .fields("y")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples samples) {
        Jet y = samples.y();
        Dual inertia = y.secondDerivative().over(samples.parameter(MU).square());
        Dual gain = y.value().square().negate().plus(1);
        Dual force = gain.times(y.derivative()).minus(y.value());
        Dual jacobian = y.value().times(y.derivative()).times(-2).minus(1);
        return new Residual(inertia.minus(force), jacobian);
    }

    @Override
    public Truth truth(Settings parameters) {
        Oscillator oscillator = new Oscillator(parameters.number(MU));
        RadauSolver solver = new RadauSolver(Tolerances.TIGHT);
        return Truth.onLine(points -> new double[][] {
            solver.solve(oscillator, 0, new double[] {2, 0}, points).component(0)
        });
    }

    /** The equation for the reference solver. */
    private record Oscillator(double mu) implements OdeSystem {

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void rightHandSide(double s, double[] state, double[] slope) {
            slope[0] = state[1];
            slope[1] = mu * mu * ((1 - state[0] * state[0]) * state[1] - state[0]);
        }

        @Override
        public void jacobian(double s, double[] state, BandMatrix jacobian) {
            jacobian.put(0, 1, 1);
            jacobian.put(1, 0, mu * mu * (-2 * state[0] * state[1] - 1));
            jacobian.put(1, 1, mu * mu * (1 - state[0] * state[0]));
        }
    }
}
