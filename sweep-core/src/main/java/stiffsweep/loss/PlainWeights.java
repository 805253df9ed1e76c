package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import stiffsweep.jet.Dual;
import stiffsweep.problem.Residual;
import stiffsweep.problem.Samples;

/** No weights: {@code mean r^2}. */
record PlainWeights() implements PointWeights {

    @Override
    public Dual weigh(Residual residual, Samples samples, NDArray attention) {
        return residual.value();
    }
}
