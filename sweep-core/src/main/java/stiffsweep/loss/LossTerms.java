package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.problem.DerivedJacobian;
import stiffsweep.tensor.Tensors;

/** The terms of a problem's loss: for each the mean square of its residual, weighted point by point. */
public final class LossTerms {

    private final ProblemDeclaration problem;
    private final PointWeights weights;
    private final RowLayout layout;
    private final List<LossTerm> terms;

    /**
     * The terms of a problem.
     *
     * @param terms those of the trials' formulation
     * @param weights how residuals are weighted
     * @param layout where the rows of trials hold what the weights have learned
     */
    LossTerms(ProblemDeclaration problem, List<LossTerm> terms, PointWeights weights, RowLayout layout) {
        this.problem = problem;
        this.weights = weights;
        this.layout = layout;
        this.terms = terms;
    }

    /** The declared terms, in the order of {@link #values}. */
    public List<LossTerm> terms() {
        return terms;
    }

    /**
     * The value of every term, before its own weight, {@code [trials, terms]}.
     *
     * @param samples the sample sets by name
     * @param rows the trials' rows, of which the attention is taken and not the network's parameters
     */
    Dual values(Map<String, Samples> samples, NDArray rows) {
        List<NDArray> attention = layout.attention(rows);
        List<Dual> values = new ArrayList<>();
        for (int term = 0; term < terms.size(); term++) {
            Samples set = samplesOf(terms.get(term).sampleSet(), samples);
            Dual weighted = weighted(terms.get(term), set, attention.get(term));
            values.add(weighted.square().meanPerTrial().reshape(-1, 1));
        }
        return Dual.concat(values, 1);
    }

    /**
     * The weighted residuals of each term, {@code [trials, points, nodes]}.
     *
     * @param samples the samples of each term by its name
     * @param rows as for {@link #values}
     */
    List<Dual> residuals(Map<String, Samples> samples, NDArray rows) {
        List<NDArray> attention = layout.attention(rows);
        List<Dual> residuals = new ArrayList<>();
        for (int term = 0; term < terms.size(); term++) {
            Samples set = samplesOf(terms.get(term).name(), samples);
            residuals.add(weighted(terms.get(term), set, attention.get(term)));
        }
        return residuals;
    }

    /**
     * The factor that multiplies the size of a term's residual at each of its points, {@code [trials, points, 1]}.
     *
     * @param samples the sample sets by name
     * @param rows as for {@link #values}
     */
    NDArray pointWeights(LossTerm term, Map<String, Samples> samples, NDArray rows) {
        Samples set = samplesOf(term.sampleSet(), samples);
        Residual residual = residual(term, set);
        Residual unit = new Residual(Dual.constant(residual.value().value().onesLike()), residual.jacobian());
        NDArray attention = layout.attention(rows).get(terms.indexOf(term));
        return weighted(term, unit, set, attention).value().abs();
    }

    /**
     * Lets the weights learn from the residuals before a step.
     *
     * @param samples the sample sets by name
     * @param rows the trials' rows; changed in place
     * @param training which trials learn, {@code [trials, 1]}
     */
    void learn(Map<String, Samples> samples, NDArray rows, NDArray training) {
        List<NDArray> attention = layout.attention(rows);
        for (int term = 0; term < terms.size(); term++) {
            NDArray ofTerm = attention.get(term);
            if (!ofTerm.isEmpty()) {
                LossTerm declared = terms.get(term);
                Samples set = samplesOf(declared.sampleSet(), samples);
                NDArray residual = declared.residual(set).value().value();
                Tensors.replace(ofTerm, training, weights.next(declared.kind(), ofTerm, residual.squeeze(2)));
            }
        }
    }

    /** Whether the losses can carry tangents: not where their weighting takes a Jacobian that is derived by tangents. */
    public boolean carryTangents(Map<String, Samples> samples) {
        return !weights.takesJacobian()
                || terms.stream()
                        .filter(term -> term.kind() == LossTerm.Kind.EQUATION)
                        .map(term -> term.residual(samplesOf(term.sampleSet(), samples)))
                        .allMatch(residual -> residual.jacobian() != null);
    }

    /** The residual of a term as it is squared in the loss, {@code [trials, points, 1]}. */
    private Dual weighted(LossTerm term, Samples samples, NDArray attention) {
        return weighted(term, residual(term, samples), samples, attention);
    }

    private Dual weighted(LossTerm term, Residual residual, Samples samples, NDArray attention) {
        return weights.weighs(term.kind()) ? weights.weigh(residual, samples, attention) : residual.value();
    }

    /** The residual of a term, with its Jacobian if the weights take one. */
    private Residual residual(LossTerm term, Samples samples) {
        Residual residual = term.residual(samples);
        boolean needsJacobian = weights.takesJacobian() && term.kind() == LossTerm.Kind.EQUATION;
        return needsJacobian ? DerivedJacobian.complete(residual, problem, term, samples) : residual;
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
