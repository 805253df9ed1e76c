package stiffsweep.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.jet.Dual;
import stiffsweep.problem.DerivedJacobian;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Residual;
import stiffsweep.problem.Samples;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;

/** The terms of a problem's loss: for each the mean square of its residual, before its weight. */
public final class LossTerms {

    private final Problem problem;
    private final Weighting weighting;
    private final List<LossTerm> terms;

    public LossTerms(Problem problem, Weighting weighting) {
        this.problem = problem;
        this.weighting = weighting;
        this.terms = problem.declaration().lossTerms();
    }

    /** The declared terms, in the order of {@link #values}. */
    public List<LossTerm> terms() {
        return terms;
    }

    /** The value of every term, {@code [trials, terms]}. */
    public Dual values(Map<String, Samples> samples) {
        List<Dual> values = new ArrayList<>();
        for (LossTerm term : terms) {
            Dual residual = residual(term, samplesOf(term.sampleSet(), samples));
            values.add(residual.square().meanPerTrial().reshape(-1, 1));
        }
        return Dual.concat(values, 1);
    }

    /**
     * The residuals of all terms one after the other, {@code [trials, residuals, 1]}.
     *
     * @param samples the samples of each term by its name
     */
    Dual residuals(Map<String, Samples> samples) {
        List<Dual> residuals = new ArrayList<>();
        for (LossTerm term : terms) {
            residuals.add(residual(term, samplesOf(term.name(), samples)));
        }
        return Dual.concat(residuals, 1);
    }

    /** Whether the losses can carry tangents: not where their weighting takes a Jacobian that is derived by tangents. */
    public boolean carryTangents(Map<String, Samples> samples) {
        return weighting != Weighting.JACOBIAN
                || terms.stream()
                        .filter(term -> term.kind() == LossTerm.Kind.EQUATION)
                        .map(term -> problem.residual(term.name(), samplesOf(term.sampleSet(), samples)))
                        .allMatch(residual -> residual.jacobian() != null);
    }

    /** The residual of a term as it is squared in the loss, {@code [trials, points, 1]}. */
    private Dual residual(LossTerm term, Samples samples) {
        Residual residual = problem.residual(term.name(), samples);
        if (term.kind() == LossTerm.Kind.CONDITION) {
            return residual.value();
        }
        boolean isDerived = weighting == Weighting.JACOBIAN && residual.jacobian() == null;
        return weighting.weigh(
                isDerived ? DerivedJacobian.complete(residual, problem, term.name(), samples) : residual);
    }

    static Samples samplesOf(String name, Map<String, Samples> samples) {
        Samples set = samples.get(name);
        if (set == null) {
            throw new IllegalArgumentException(
                    "a loss term needs one of the samples " + samples.keySet() + ", but got " + name);
        }
        return set;
    }
}
