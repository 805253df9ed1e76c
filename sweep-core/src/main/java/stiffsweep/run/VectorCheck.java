package stiffsweep.run;

import java.util.Optional;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.TrainingDevice;
import stiffsweep.declare.ExecutionSettings;
import stiffsweep.kernel.Lanes;

/** Whether this virtual machine has the vectors that the fused kernel is made for. Without them it is many times slower. */
public final class VectorCheck {

    private VectorCheck() {}

    /** What a run should hear that is executed here; empty where nothing is amiss. */
    public static Optional<String> warning(ExecutionSettings settings) {
        boolean isFused = settings.kernel() != Kernel.ENGINE && settings.device() != TrainingDevice.GPU;
        return isFused && Lanes.preferred() == Lanes.ONE
                ? Optional.of(
                        "this Java gives the fused kernel no vectors, so it takes one number at a time: the results are the"
                                + " same, but training is some fifty times slower; start it by ./sweep or with the options in"
                                + " java.options, or set training.kernel = engine")
                : Optional.empty();
    }
}
