package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import stiffsweep.jet.Dual;

/** A network over a stack of trials, evaluated on jets. */
public interface Network {

    /**
     * The forward pass that training uses.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param input where to evaluate
     */
    Pass forward(NDArray parameters, JetInput input);

    /**
     * The same function as a formula on the engine's tape, with tangents: slower than {@link #forward}, used for
     * Hessian-vector products and as the oracle of its adjoint.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param input where to evaluate
     * @return the output jet, {@code [trials, (1 + directions) points, outputs]}
     */
    Dual formula(Dual parameters, JetInput input);

    /** A finished forward pass. */
    interface Pass {

        /** The output jet, {@code [trials, (1 + directions) points, outputs]}. */
        NDArray output();

        /**
         * The reverse pass; it may be called once.
         *
         * @param outputAdjoint the derivative of a scalar with respect to the output; its memory is reused
         * @return the derivative with respect to the parameters, {@code [trials, parameters]}
         */
        NDArray gradient(NDArray outputAdjoint);
    }
}
