package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** No weights: {@code mean r^2}. */
record PlainWeights() implements PointWeights {

    @Override
    public Dual weigh(Residual residual, Samples samples, NDArray attention) {
        return residual.value();
    }
}
