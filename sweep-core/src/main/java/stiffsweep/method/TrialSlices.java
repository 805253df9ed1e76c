package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/** What belongs to one trial in tensors whose first axis is that of the trials. */
final class TrialSlices implements Method.Snapshot {

    private static final long serialVersionUID = 1;

    private final double[][] slices;

    private TrialSlices(double[][] slices) {
        this.slices = slices;
    }

    /** The slices of the trial in a slot; reads from the device. */
    static TrialSlices of(List<NDArray> tensors, int slot) {
        return TensorScope.result(() -> new TrialSlices(
                tensors.stream().map(tensor -> Tensors.values(tensor.get(slot))).toArray(double[][]::new)));
    }

    /**
     * Writes slices over tensors of the same shapes.
     *
     * @param trials the slices of the trial in each slot
     * @param home where the tensors live
     */
    static void write(List<TrialSlices> trials, List<NDArray> tensors, Tensors home) {
        TensorScope.run(() -> {
            for (int i = 0; i < tensors.size(); i++) {
                int place = i;
                NDArray tensor = tensors.get(i);
                double[] all = trials.stream()
                        .flatMapToDouble(trial -> Arrays.stream(trial.slices[place]))
                        .toArray();
                NDArray values = home.of(all, tensor.getShape().getShape());
                Tensors.assign(tensor, tensor.getDataType() == DataType.BOOLEAN ? values.gt(0) : values);
            }
        });
    }
}
