package stiffsweep.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Residual;
import stiffsweep.problem.Samples;
import stiffsweep.problem.Truth;
import stiffsweep.sweep.Law;
import stiffsweep.sweep.ProblemDeclaration;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;
import stiffsweep.sweep.ProblemDeclaration.Parameter;
import stiffsweep.sweep.ProblemDeclaration.SampleSet;
import stiffsweep.sweep.Settings;

/**
 * Case B: the equation of chemical freeze-out on the ansatz {@code y = e^c1 x^1.5 e^-x + e^c2} (GlueNN, example A), with
 * the residual over y and no other term. As many operations as the peers, and found on the class path as a user's
 * problem is.
 */
public final class FreezeOutEquation implements Problem {

    /** The value of {@code problem.kind}. */
    static final String NAME = "benchmark-freeze-out";

    private static final double EQUILIBRIUM = 0.145;

    @Override
    public ProblemDeclaration declaration() {
        return new ProblemDeclaration(
                NAME,
                "y' = -eta x^-2 (y^2 - q^2), q = 0.145 x^1.5 e^-x",
                "GlueNN, example A",
                List.of(new Parameter("eta", 1e4, new Law.GreaterThan(0), "1", "The strength.")),
                List.of(new SampleSet.Interval("residual", "log", 7.8, 31, 60, "1")),
                List.of(LossTerm.equation("equation", "residual", 1, "the equation holds")),
                List.of("y"));
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public Jet field(Dual x, List<Jet> outputs) {
        Dual thermal = x.log().times(1.5).minus(x);
        Dual slope = Dual.constant(x.value().onesLike()).times(1.5).over(x).minus(1);
        Jet first = outputs.get(0);
        Jet second = outputs.get(1);
        Dual one = first.value().plus(thermal).exp();
        Dual two = second.value().exp();
        Dual derivative = first.derivative()
                .plus(slope)
                .times(one)
                .plus(second.derivative().times(two));
        return new Jet(one.plus(two), List.of(derivative), List.of());
    }

    @Override
    public Residual residual(String term, Samples samples) {
        Dual x = samples.x();
        Dual y = samples.y().value();
        Dual equilibrium = x.log().times(1.5).minus(x).exp().times(EQUILIBRIUM);
        Dual rate = samples.parameter("eta").over(x.square());
        Dual residual = samples.y().derivative().plus(rate.times(y.square().minus(equilibrium.square())));
        return Residual.of(residual.over(y));
    }

    @Override
    public @Nullable Truth truth(String field, Settings parameters) {
        return null;
    }
}
