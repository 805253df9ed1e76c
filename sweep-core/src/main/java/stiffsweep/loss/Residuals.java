package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.network.Model;
import stiffsweep.result.ArrayLength;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/**
 * The residuals of a stack as vectors whose squares add up to the losses: each residual times the root of its term's
 * weight over its term's number of points.
 */
public final class Residuals {

    private final Model model;
    private final LossTerms terms;
    private final StackSamples samples;
    private final double[][] weights;
    private final Tensors tensors;
    private final NDArray factors;

    /**
     * The residuals at some samples.
     *
     * @param samples the samples of each loss term
     * @param weights the weight of each term in each trial, {@code [trials][terms]}
     */
    Residuals(Model model, LossTerms terms, StackSamples samples, double[][] weights, Tensors tensors) {
        this.model = model;
        this.terms = terms;
        this.samples = samples;
        this.weights = weights;
        this.tensors = tensors;
        factors = factors(weights, samples.counts(), tensors);
    }

    private static NDArray factors(double[][] weights, List<Integer> counts, Tensors tensors) {
        long residuals = counts.stream().mapToLong(Integer::longValue).sum();
        double[] factors = new double[ArrayLength.of("the residuals of a stack", weights.length, residuals)];
        int next = 0;
        for (double[] ofTrial : weights) {
            for (int term = 0; term < ofTrial.length; term++) {
                for (int point = 0; point < counts.get(term); point++) {
                    factors[next++] = Math.sqrt(ofTrial[term] / counts.get(term));
                }
            }
        }
        return tensors.of(factors, weights.length, residuals, 1);
    }

    /** The number of residuals of a trial. */
    public int count() {
        return samples.counts().stream().mapToInt(Integer::intValue).sum();
    }

    /** The residuals at a part of each term's points, drawn anew. */
    public Residuals drawn(int most, List<? extends RandomGenerator> randoms) {
        return new Residuals(model, terms, samples.drawn(most, randoms, tensors), weights, tensors);
    }

    /** The residuals at some parameters, {@code [trials, residuals, 1]}. */
    public NDArray values(NDArray parameters) {
        return values(samples.with(model, parameters), parameters).value();
    }

    private Dual values(Map<String, Samples> fields, NDArray parameters) {
        return terms.residuals(fields, parameters).times(Dual.constant(factors));
    }

    /** The residuals at some parameters, with what their derivatives need. */
    public Linearised linearised(NDArray parameters) {
        Model.Passes passes = model.forward(parameters, samples.inputs());
        NDArray[] kept = new NDArray[1];
        // A residual depends on the field at its own point only: the gradient of the sum holds that of each.
        List<NDArray> adjoints = Tape.gradients(passes.outputs(), leaves -> {
            List<Dual> outputs = leaves.stream().map(Dual::constant).toList();
            NDArray values = values(samples.with(outputs), parameters).value();
            kept[0] = values.stopGradient();
            return values;
        });
        return new Linearised(passes, kept[0], adjoints);
    }

    /**
     * Residuals with their derivatives.
     *
     * @param passes the networks' forward passes
     * @param values the residuals, {@code [trials, residuals, 1]}
     * @param adjoints the derivative of each residual with respect to each network's output jet at its point
     */
    public record Linearised(Model.Passes passes, NDArray values, List<NDArray> adjoints) {

        /** The Jacobian times its transpose, {@code [trials, residuals, residuals]}. */
        public NDArray gram() {
            return passes.gram(adjoints);
        }

        /** The derivatives of the residuals, {@code [trials, residuals, parameters]}. */
        public NDArray jacobian() {
            return passes.jacobian(adjoints);
        }

        /**
         * The transposed Jacobian times a vector, {@code [trials, parameters]}.
         *
         * @param vector {@code [trials, residuals, 1]}
         */
        public NDArray transposeTimes(NDArray vector) {
            return passes.gradient(
                    adjoints.stream().map(adjoint -> weighted(adjoint, vector)).toList());
        }

        /** An adjoint with the same factor for every stream of a point. */
        private static NDArray weighted(NDArray adjoint, NDArray vector) {
            NDArray streams = adjoint.reshape(
                    vector.getShape().get(0),
                    -1,
                    vector.getShape().get(1),
                    adjoint.getShape().get(2));
            return streams.mul(vector.expandDims(1)).reshape(adjoint.getShape());
        }
    }
}
