package stiffsweep.choice;

/** Where a stack trains. */
public enum TrainingDevice implements Choice {
    /** On a GPU where one is given, or else on the CPU. */
    AUTO,
    CPU,
    GPU
}
