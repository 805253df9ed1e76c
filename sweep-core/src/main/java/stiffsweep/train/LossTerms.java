package stiffsweep.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.jet.Dual;
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
            Residual residual = problem.residual(term.name(), samplesOf(term, samples));
            Dual weighted = term.kind() == LossTerm.Kind.EQUATION ? weighting.weigh(residual) : residual.value();
            values.add(weighted.square().meanPerTrial().reshape(-1, 1));
        }
        return Dual.concat(values, 1);
    }

    static Samples samplesOf(LossTerm term, Map<String, Samples> samples) {
        Samples set = samples.get(term.sampleSet());
        if (set == null) {
            throw new IllegalArgumentException("the loss term " + term.name() + " needs a declared sample set, one of "
                    + samples.keySet() + ", but got " + term.sampleSet());
        }
        return set;
    }
}
