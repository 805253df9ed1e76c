package stiffsweep.choice;

/** What evaluates networks and their gradients. */
public enum Kernel implements Choice {
    /** The kernel of fused loops on a CPU, the engine on a GPU. */
    AUTO,
    /** Loops of our own that take the points of one trial through all layers, with the same bits on every processor. */
    FUSED,
    /** The products and functions of PyTorch. */
    ENGINE
}
