package stiffsweep.declare;

import java.util.List;
import stiffsweep.choice.Choice;

/** The optimisers. */
public enum Optimizer implements Choice {
    /** Adam without weight decay: one gradient step an epoch. */
    ADAM,
    /** Adam with decoupled weight decay. */
    ADAMW,
    /** L-BFGS: an evaluation an epoch. */
    LBFGS,
    /** Levenberg-Marquardt: a tried step an epoch. */
    LEVENBERG_MARQUARDT,
    /** No optimiser at all. */
    NONE;

    /** What may continue from the best checkpoint of a training. */
    static final List<Optimizer> POLISHES = List.of(NONE, LBFGS, LEVENBERG_MARQUARDT);

    /** Whether it uses curvature; such optimisers work in double precision. */
    public boolean isSecondOrder() {
        return this == LBFGS || this == LEVENBERG_MARQUARDT;
    }
}
