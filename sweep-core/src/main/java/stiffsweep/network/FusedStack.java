package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Precision;
import stiffsweep.kernel.KernelShape;
import stiffsweep.kernel.Lanes;
import stiffsweep.kernel.TileLayout;
import stiffsweep.kernel.TrialKernel;
import stiffsweep.result.ArrayLength;
import stiffsweep.tensor.Tensors;

/** The kernels of a stack's trials, which keep what the last forward pass left. */
final class FusedStack {

    private final KernelShape shape;
    private final List<TrialKernel> trials;
    private final int rows;
    /** Whose forward pass was the last. */
    private @Nullable FusedPass holder;

    FusedStack(Lanes lanes, KernelShape shape, int trials, TileLayout layout, Precision precision) {
        this.shape = shape;
        this.trials = IntStream.range(0, trials)
                .mapToObj(trial -> lanes.trial(shape, layout, precision))
                .toList();
        rows = Math.multiplyExact(layout.streams(), layout.points());
    }

    /** The output jets of a pass, {@code [trials, rows, outputs]}. */
    NDArray forward(FusedPass pass, NDArray parameters, NDArray input) {
        holder = pass;
        double[] from = Tensors.sharedValues(parameters);
        double[] points = Tensors.sharedValues(input);
        double[] output = new double[ArrayLength.of("the outputs of a stack", trials.size(), rows, shape.outputs())];
        for (int trial = 0; trial < trials.size(); trial++) {
            trials.get(trial).forward(trial, from, points, output);
        }
        return Tensors.like(parameters, output, trials.size(), rows, shape.outputs());
    }

    /** Whether what a pass left is still there. */
    boolean holds(FusedPass pass) {
        return holder == pass;
    }

    /** What a trial's kernel works out of its last pass, from a stack's numbers to others. */
    @FunctionalInterface
    interface Derivative {
        void of(TrialKernel kernel, int trial, double[] from, double[] to);
    }

    /**
     * A derivative of the last pass.
     *
     * @param of the adjoints or directions that it is made from
     * @param like has its precision: the engine's adjoints of what a sum does not depend on are zeros in float32
     * @param made its shape, {@code [trials, ..]}
     */
    NDArray derivative(Derivative derivative, NDArray of, NDArray like, Shape made) {
        double[] from = Tensors.sharedValues(of);
        double[] to = new double[ArrayLength.of("the derivatives of a stack", made.getShape())];
        for (int trial = 0; trial < trials.size(); trial++) {
            derivative.of(trials.get(trial), trial, from, to);
        }
        return Tensors.like(like, to, made.getShape());
    }
}
