package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Precision;
import stiffsweep.kernel.KernelShape;
import stiffsweep.kernel.Lanes;
import stiffsweep.kernel.TileLayout;
import stiffsweep.kernel.TrialKernel;
import stiffsweep.tensor.SharedMemory;

/** The kernels of a stack's trials, which keep what the last forward pass left. */
final class FusedStack {

    private final KernelShape shape;
    private final List<TrialKernel> trials;
    private final int rows;
    private final Precision precision;
    /** Whose forward pass was the last. */
    private @Nullable FusedPass holder;

    FusedStack(Lanes lanes, KernelShape shape, int trials, TileLayout layout, Precision precision) {
        this.shape = shape;
        this.trials = IntStream.range(0, trials)
                .mapToObj(trial -> lanes.trial(shape, layout, precision))
                .toList();
        this.precision = precision;
        rows = Math.multiplyExact(layout.streams(), layout.points());
    }

    /** The output jets of a pass, {@code [trials, rows, outputs]}. */
    NDArray forward(FusedPass pass, NDArray parameters, NDArray input) {
        holder = pass;
        ByteBuffer from = SharedMemory.of(parameters, precision);
        ByteBuffer points = SharedMemory.of(input, precision);
        Shape outputs = new Shape(trials.size(), rows, shape.outputs());
        return SharedMemory.written(parameters, precision, outputs, output -> {
            for (int trial = 0; trial < trials.size(); trial++) {
                trials.get(trial).forward(trial, from, points, output);
            }
        });
    }

    /** Whether what a pass left is still there. */
    boolean holds(FusedPass pass) {
        return holder == pass;
    }

    /** What a trial's kernel works out of its last pass, from a stack's numbers to others. */
    @FunctionalInterface
    interface Derivative {
        void of(TrialKernel kernel, int trial, ByteBuffer from, ByteBuffer to);
    }

    /**
     * A derivative of the last pass.
     *
     * @param of the adjoints or directions that it is made from
     * @param made its shape, {@code [trials, ..]}
     */
    NDArray derivative(Derivative derivative, NDArray of, Shape made) {
        ByteBuffer from = SharedMemory.of(of, precision);
        return SharedMemory.written(of, precision, made, to -> {
            for (int trial = 0; trial < trials.size(); trial++) {
                derivative.of(trials.get(trial), trial, from, to);
            }
        });
    }
}
