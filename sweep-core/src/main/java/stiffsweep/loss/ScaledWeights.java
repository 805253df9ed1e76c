package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/**
 * Residuals in units of a scale that the field has at each point: {@code mean (r / s)^2}.
 *
 * @param scale the scale s
 * @param isDetached whether s is a constant to the gradient; otherwise it is differentiated through
 */
record ScaledWeights(Scale scale, boolean isDetached) implements PointWeights {

    /** A scale of an equation at the network's field. */
    enum Scale {
        /** {@code sqrt(1 + J^2)} (arXiv 2602.21988, eq. 16). */
        JACOBIAN {
            @Override
            Dual at(Residual residual, Samples samples) {
                Dual jacobian = residual.jacobian();
                if (jacobian == null) {
                    throw new IllegalArgumentException(
                            "the jacobian weighting needs the Jacobian of its equation, but got none");
                }
                return jacobian.square().plus(1).sqrt();
            }
        },
        /** The field itself, as GlueNN divides by for a solution that spans decades. */
        FIELD {
            @Override
            Dual at(Residual residual, Samples samples) {
                return samples.y().value();
            }
        };

        abstract Dual at(Residual residual, Samples samples);
    }

    @Override
    public boolean takesJacobian() {
        return scale == Scale.JACOBIAN;
    }

    @Override
    public Dual weigh(Residual residual, Samples samples, NDArray attention) {
        Dual here = scale.at(residual, samples);
        return residual.value().over(isDetached ? Dual.constant(here.value().stopGradient()) : here);
    }
}
