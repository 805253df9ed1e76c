package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.network.Model;
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
    private final Map<Scale, Dual> factors;

    /**
     * The residuals at some samples.
     *
     * @param samples the samples of each loss term
     * @param weights the weight of each term in each trial, {@code [trials][terms]}
     */
    Residuals(Model model, LossTerms terms, StackSamples samples, double[][] weights, Tensors tensors) {
        this(model, terms, samples, weights, tensors, new HashMap<>());
    }

    private Residuals(
            Model model,
            LossTerms terms,
            StackSamples samples,
            double[][] weights,
            Tensors tensors,
            Map<Scale, Dual> factors) {
        this.model = model;
        this.terms = terms;
        this.samples = samples;
        this.weights = weights;
        this.tensors = tensors;
        this.factors = factors;
    }

    /** What the factor of a residual depends on. */
    private record Scale(int term, long count) {}

    /** The residuals at a part of each term's points, drawn anew. */
    public Residuals drawn(int most, List<? extends RandomGenerator> randoms) {
        return new Residuals(model, terms, samples.drawn(most, randoms, tensors), weights, tensors, factors);
    }

    /** The residuals at some parameters, {@code [trials, residuals, 1]}. */
    public NDArray values(NDArray parameters) {
        return values(samples.with(model, parameters), parameters).value();
    }

    /** The residuals from the networks' output jets. */
    Dual values(List<Dual> outputs, NDArray parameters) {
        return values(samples.with(outputs), parameters);
    }

    private Dual values(Map<String, Samples> fields, NDArray parameters) {
        List<Dual> residuals = terms.residuals(fields, parameters);
        List<Dual> scaled = new ArrayList<>();
        for (int term = 0; term < residuals.size(); term++) {
            // At each point the residuals of all nodes, of which there is one where nothing is integrated over.
            Dual ofTerm = residuals.get(term).reshape(weights.length, -1, 1);
            Scale scale = new Scale(term, ofTerm.value().getShape().get(1));
            scaled.add(ofTerm.times(factors.computeIfAbsent(scale, this::factor)));
        }
        return Dual.concat(scaled, 1);
    }

    /** The root of a term's weight over its number of residuals, {@code [trials, 1, 1]}. */
    private Dual factor(Scale scale) {
        double[] roots = Arrays.stream(weights)
                .mapToDouble(ofTrial -> Math.sqrt(ofTrial[scale.term] / scale.count))
                .toArray();
        // It is first asked for in a step, and then in later ones too.
        return Dual.constant(tensors.lasting(roots, roots.length, 1, 1));
    }

    /** The residuals at some parameters, with what their derivatives need. */
    public LinearisedResiduals linearised(NDArray parameters) {
        if (samples.isPointwise()) {
            return pointwise(parameters);
        }
        Model.Passes passes = model.forward(parameters, samples.inputs());
        List<Dual> outputs = passes.outputs().stream().map(Dual::constant).toList();
        return new LinearisedResiduals.Coupled(
                this, parameters, passes, values(outputs, parameters).value());
    }

    /** The same where no residual depends on the networks at other points than its own. */
    public LinearisedResiduals.Pointwise pointwise(NDArray parameters) {
        Model.Passes passes = model.forward(parameters, samples.inputs());
        NDArray[] kept = new NDArray[1];
        // A residual depends on the field at its own point only: the gradient of the sum holds that of each.
        List<NDArray> adjoints = Tape.gradients(passes.outputs(), leaves -> {
            List<Dual> outputs = leaves.stream().map(Dual::constant).toList();
            NDArray values = values(outputs, parameters).value();
            kept[0] = values.stopGradient();
            return values;
        });
        return new LinearisedResiduals.Pointwise(passes, kept[0], adjoints);
    }
}
