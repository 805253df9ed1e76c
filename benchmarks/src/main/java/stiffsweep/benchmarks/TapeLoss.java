package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.SplittableRandom;
import stiffsweep.tensor.Tensors;

/**
 * A loss written in the engine's operations from Java.
 *
 * <p>It has two handicaps that PyTorch's users lack, since the bindings have no {@code autograd.grad}. The first
 * reverse pass also makes the parameters' gradients of the field, one product in seven that nobody asked for. And a
 * tape with a second derivative is never freed.
 */
final class TapeLoss implements PeerLoss {

    private final PeerCase peerCase;
    private final NDArray points;
    private final NDList parameters;

    TapeLoss(PeerCase peerCase, int count, Tensors tensors) {
        this(peerCase, tensors.of(peerCase.points(count), count, 1), initial(peerCase, tensors));
    }

    TapeLoss(PeerCase peerCase, NDArray points, NDList parameters) {
        this.peerCase = peerCase;
        this.points = points;
        this.parameters = parameters;
    }

    @Override
    public NDList parameters() {
        return parameters;
    }

    @Override
    public Differentiated differentiate() {
        NDList leaves = new NDList(parameters.stream().map(PeerLoss::leaf).toList());
        NDArray x = PeerLoss.leaf(points);
        NDArray loss;
        JniUtils.setGradMode(true);
        try {
            NDArray y = peerCase.field(leaves, x);
            NDArray sum = y.sum();
            JniUtils.backward((PtNDArray) sum, (PtNDArray) sum.onesLike(), true, true);
            loss = peerCase.loss(x, y, x.getGradient());
        } finally {
            JniUtils.setGradMode(false);
        }
        for (NDArray leaf : leaves) {
            JniUtils.zeroGrad((PtNDArray) leaf);
        }
        JniUtils.backward((PtNDArray) loss, (PtNDArray) loss.onesLike(), false, false);
        return new Differentiated(
                loss, new NDList(leaves.stream().map(NDArray::getGradient).toList()));
    }

    private static NDList initial(PeerCase peerCase, Tensors tensors) {
        SplittableRandom random = new SplittableRandom(0);
        NDList parameters = new NDList();
        for (PeerCase.Layer layer : peerCase.layers()) {
            double bound = 1 / Math.sqrt(layer.inputs());
            long weights = (long) layer.inputs() * layer.outputs();
            parameters.add(
                    tensors.of(random.doubles(weights, -bound, bound).toArray(), layer.outputs(), layer.inputs()));
            parameters.add(
                    tensors.of(random.doubles(layer.outputs(), -bound, bound).toArray(), layer.outputs()));
        }
        return parameters;
    }
}
