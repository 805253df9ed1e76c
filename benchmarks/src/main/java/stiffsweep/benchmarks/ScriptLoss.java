package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;

/**
 * A loss from the source of the eager peer, {@code autograd.grad} included, as TorchScript that
 * {@code benchmarks/peers/*.py --script FILE} wrote: nearest to eager PyTorch with this engine's libraries, without
 * Python between the operations.
 */
final class ScriptLoss implements PeerLoss {

    private final PtSymbolBlock script;
    private final NDArray points;
    private final NDList parameters;

    /** Reads a loss; it takes the points, {@code [points, 1]}, and gives a number. */
    ScriptLoss(Path file, NDArray points) {
        NDManager manager = points.getManager();
        this.points = PeerLoss.leaf(points);
        script = JniUtils.loadModule((PtNDManager) manager, file, false, new String[0], new String[0], true);
        parameters = JniUtils.moduleGetParams(script, (PtNDManager) manager);
        parameters.forEach(parameter -> parameter.setRequiresGradient(true));
    }

    @Override
    public NDList parameters() {
        return parameters;
    }

    @Override
    public Differentiated differentiate() {
        for (NDArray parameter : parameters) {
            JniUtils.zeroGrad((PtNDArray) parameter);
        }
        NDArray loss;
        JniUtils.setGradMode(true);
        try {
            loss = IValueUtils.forward(script, new NDList(points), true).singletonOrThrow();
        } finally {
            JniUtils.setGradMode(false);
        }
        JniUtils.backward((PtNDArray) loss, (PtNDArray) loss.onesLike(), false, false);
        return new Differentiated(
                loss, new NDList(parameters.stream().map(NDArray::getGradient).toList()));
    }
}
