package stiffsweep.kernel.lane;

/** The operations that vectors have no method for. */
public enum VectorOperators {
    /** The bits moved to the left. */
    LSHL
}
