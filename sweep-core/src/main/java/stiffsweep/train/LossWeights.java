package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Residual;
import stiffsweep.problem.Samples;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;
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
    public static double[][] of(Problem problem, List<Trial> trials, StackSamples samples) {
        List<LossTerm> terms = problem.declaration().lossTerms();
        double[][] weights = new double[trials.size()][terms.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            for (int term = 0; term < terms.size(); term++) {
                Object weight = trials.get(trial)
                        .settings()
                        .value("loss.weights." + terms.get(term).name());
                weights[trial][term] =
                        weight instanceof Double number ? number : stiffnessMatched(problem, samples)[trial];
            }
        }
        return weights;
    }

    /**
     * {@code 1 + max J^2} over the equation's points along the truth: the factor by which the Jacobian weighting at its
     * stiffest point lowers the equation against the conditions, given to the conditions instead.
     */
    private static double[] stiffnessMatched(Problem problem, StackSamples samples) {
        Map<String, Samples> truth = samples.withTruth();
        if (truth == null) {
            throw new IllegalArgumentException("a stiffness-matched weight needs a problem with a known truth, but "
                    + problem.declaration().name() + " has none: give a number");
        }
        return Tensors.values(largestJacobian(problem, truth).square().add(1));
    }

    /** The largest |J| over the points of the problem's equations, {@code [trials]}. */
    public static NDArray largestJacobian(Problem problem, Map<String, Samples> samples) {
        NDArray largest = null;
        for (LossTerm term : problem.declaration().lossTerms()) {
            Residual residual = problem.residual(term.name(), LossTerms.samplesOf(term, samples));
            if (residual.jacobian() != null) {
                NDArray ofTerm = residual.jacobian().value();
                ofTerm = ofTerm.abs().reshape(ofTerm.getShape().get(0), -1).max(new int[] {1});
                largest = largest == null ? ofTerm : largest.maximum(ofTerm);
            }
        }
        if (largest == null) {
            throw new IllegalArgumentException("a problem must give a Jacobian for this, but "
                    + problem.declaration().name() + " gives none");
        }
        return largest;
    }
}
