package stiffsweep.train;

import java.util.Map;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Solved;
import stiffsweep.problem.Truth;

/** A decay whose rate is sought from its two ends, {@code y' = -k y, y(0) = 1, y(1) = e^-2}: k is 2. */
public final class UnknownDecay implements Problem {

    static final double RATE = 2;

    @Override
    public ProblemDeclaration declaration() {
        return ProblemDeclaration.of("unknown-decay", "y' = -k y, y(0) = 1, y(1) = e^-2", "a test")
                .learned(new Learned("rate", 1, 0.5, 1e-2, 0, "1/x", "The rate k."))
                .interval("residual", "linear", 0, 1, 40, "x")
                .startOf("start", "residual")
                .endOf("end", "residual")
                .equation("equation", "residual", 1, "the equation holds", UnknownDecay::equation)
                .condition("initial", "start", 1, "the field has its first value", Formula.truthOf("y"))
                .condition("final", "end", 1, "the field has its last value", Formula.truthOf("y"))
                .fields("y")
                .result("recovered_rate", "1/x", "The rate that was learned.")
                .build();
    }

    private static Residual equation(Samples samples) {
        Dual y = samples.y().value();
        Dual rate = samples.parameter("rate");
        return new Residual(samples.y().derivative().plus(rate.times(y)), rate.negate());
    }

    @Override
    public Truth truth(Settings parameters) {
        return Truth.of(x -> Math.exp(-RATE * x));
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        return Map.of("recovered_rate", solved.learned("rate"));
    }
}
