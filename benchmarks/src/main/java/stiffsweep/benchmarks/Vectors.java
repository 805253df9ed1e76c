package stiffsweep.benchmarks;

import stiffsweep.kernel.Lanes;

/** The vectors of the fused kernel. Without them it runs all the same, some fifty times slower. */
final class Vectors {

    private Vectors() {}

    /** The widest ones; refuses to measure a kernel that has none. */
    static Lanes widest() {
        Lanes lanes = Lanes.preferred();
        if (lanes == Lanes.ONE) {
            throw new IllegalStateException(
                    "the fused kernel must have vectors to be measured, but Java gives it one lane:"
                            + " start it with java @jobs/target/dist/java.options");
        }
        return lanes;
    }
}
