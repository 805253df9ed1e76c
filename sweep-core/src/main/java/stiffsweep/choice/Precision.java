package stiffsweep.choice;

/** The floating-point precision of a computation. */
public enum Precision implements Choice {
    FLOAT32,
    FLOAT64
}
