package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import java.util.List;
import stiffsweep.tensor.Tensors;

/** Case A: y' = -C y, y(0) = 1 with the network 1-40x4-1 GELU (arXiv 2602.21988), as in {@code linear_decay.py}. */
final class PeerDecay implements PeerCase {

    private static final double STIFFNESS = 100;
    private static final double FIRST_POINT = Math.exp(-15);
    private static final int WIDTH = 40;

    // Tensors, since a Java number is not safe on the tape: Tensors.scalar.
    private final NDArray stiffness;
    private final NDArray normalisation;
    private final NDArray initial;

    PeerDecay(Tensors tensors) {
        stiffness = tensors.filled(STIFFNESS);
        normalisation = tensors.filled(1 / (1 + STIFFNESS * STIFFNESS));
        initial = tensors.filled(Math.exp(-STIFFNESS * FIRST_POINT));
    }

    @Override
    public List<Layer> layers() {
        Layer inner = new Layer(WIDTH, WIDTH);
        return List.of(new Layer(1, WIDTH), inner, inner, inner, new Layer(WIDTH, 1));
    }

    @Override
    public double[] points(int count) {
        return PeerCase.logSpaced(FIRST_POINT, 1, count);
    }

    @Override
    public NDArray field(NDList parameters, NDArray x) {
        NDArray features = x;
        int last = layers().size() - 1;
        for (int layer = 0; layer < last; layer++) {
            features = Activation.gelu(PeerCase.affine(features, parameters, layer));
        }
        return PeerCase.affine(features, parameters, last);
    }

    @Override
    public NDArray loss(NDArray x, NDArray y, NDArray slope) {
        NDArray residual = slope.add(y.mul(stiffness));
        NDArray equation = residual.square().mul(normalisation).mean();
        return equation.add(y.get(0).sub(initial).square().sum());
    }
}
