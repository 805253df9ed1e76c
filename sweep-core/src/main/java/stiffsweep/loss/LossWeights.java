package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.problem.DerivedJacobian;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/** The weights of the loss terms, as numbers. */
public final class LossWeights {

    private LossWeights() {}

    /**
     * The weight of each term in each trial; a weight that is a rule is worked out.
     *
     * @param samples the trials' samples in double precision
     * @return {@code [trials][terms]}
     */
    static double[][] of(ProblemDeclaration problem, List<LossTerm> terms, List<Trial> trials, StackSamples samples) {
        double[][] weights = new double[trials.size()][terms.size()];
        double[] matched =
                anyRule(terms, trials) ? stiffnessMatched(problem, terms, samples) : new double[trials.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            for (int term = 0; term < terms.size(); term++) {
                Object weight = weight(trials.get(trial), terms.get(term));
                weights[trial][term] = weight instanceof Double number ? number : matched[trial];
            }
        }
        return weights;
    }

    private static boolean anyRule(List<LossTerm> terms, List<Trial> trials) {
        return trials.stream()
                .anyMatch(trial -> terms.stream().anyMatch(term -> weight(trial, term) instanceof String));
    }

    /** A number, or the word of a rule. */
    private static Object weight(Trial trial, LossTerm term) {
        return trial.settings().value("loss.weights." + term.name());
    }

    /**
     * {@code 1 + max J^2} over the equation's points along the truth: the factor by which the Jacobian weighting at its
     * stiffest point lowers the equation against the conditions, given to the conditions instead.
     */
    private static double[] stiffnessMatched(ProblemDeclaration problem, List<LossTerm> terms, StackSamples samples) {
        boolean anyLearned = !problem.learned().isEmpty();
        Map<String, Samples> truth = anyLearned ? null : samples.withTruth();
        NDArray largest = truth == null ? null : largestJacobian(problem, terms, truth);
        if (largest == null) {
            throw new IllegalArgumentException("a stiffness-matched weight needs a problem with a known truth and no"
                    + " learned parameters, but " + problem.name() + " is not one: give a number");
        }
        return Arrays.stream(Tensors.values(largest)).map(j -> 1 + j * j).toArray();
    }

    /** The largest |J| over the points of the problem's equations, {@code [trials]}; null where it has no equation. */
    public static @Nullable NDArray largestJacobian(
            ProblemDeclaration problem, List<LossTerm> terms, Map<String, Samples> samples) {
        NDArray largest = null;
        for (LossTerm term : terms) {
            Dual jacobianOfTerm = jacobian(problem, term, LossTerms.samplesOf(term.sampleSet(), samples));
            if (jacobianOfTerm != null) {
                NDArray jacobian = jacobianOfTerm.value();
                NDArray ofTerm =
                        jacobian.abs().reshape(jacobian.getShape().get(0), -1).max(new int[] {1});
                largest = largest == null ? ofTerm : largest.maximum(ofTerm);
            }
        }
        return largest;
    }

    /** The Jacobian of a term, {@code [trials, points, 1]} or {@code [trials, 1, 1]}; null for conditions. */
    private static @Nullable Dual jacobian(ProblemDeclaration problem, LossTerm term, Samples samples) {
        if (term.kind() == LossTerm.Kind.CONDITION) {
            return null;
        }
        Residual residual = term.residual(samples);
        return DerivedJacobian.complete(residual, problem, term, samples).jacobian();
    }
}
