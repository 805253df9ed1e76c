package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stiffsweep.choice.Precision;
import stiffsweep.jet.Dual;
import stiffsweep.kernel.KernelShape;
import stiffsweep.kernel.Lanes;
import stiffsweep.kernel.TileLayout;

/**
 * A network whose passes are the kernel's, trial by trial. The formula on the tape is the engine's.
 */
final class FusedNetwork implements Network {

    private final Network engine;
    private final KernelShape shape;
    private final Precision precision;
    /** What passes of a shape work in; the last pass of each has it. */
    private final Map<StackShape, FusedStack> stacks = new HashMap<>();

    FusedNetwork(Network engine, KernelShape shape, Precision precision) {
        this.engine = engine;
        this.shape = shape;
        this.precision = precision;
    }

    private record StackShape(int trials, TileLayout layout) {}

    @Override
    public List<Layer> layers() {
        return engine.layers();
    }

    @Override
    public List<String> layerNames() {
        return engine.layerNames();
    }

    @Override
    public Pass forward(NDArray parameters, JetInput input) {
        int trials = Math.toIntExact(parameters.getShape().get(0));
        JetLayout layout = input.layout();
        StackShape stack = new StackShape(trials, new TileLayout(layout.points(), layout.firsts(), layout.seconds()));
        return new FusedPass(stacks.computeIfAbsent(stack, this::stack), parameters, input);
    }

    private FusedStack stack(StackShape stack) {
        return new FusedStack(Lanes.preferred(), shape, stack.trials, stack.layout, precision);
    }

    @Override
    public Dual formula(Dual parameters, JetInput input) {
        return engine.formula(parameters, input);
    }
}
