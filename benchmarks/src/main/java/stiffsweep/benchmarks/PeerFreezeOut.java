package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import stiffsweep.tensor.Tensors;

/** Case B: the equation term of GlueNN's example A with its head-trunk network, as in {@code freeze_out.py}. */
final class PeerFreezeOut implements PeerCase {

    private static final double RATE = 1e4;
    private static final double EQUILIBRIUM = 0.145;
    private static final double FROM = 7.8;
    private static final double TO = 31;
    private static final int WIDTH = 100;
    private static final int HEAD_LAYERS = 3;

    private final NDArray rate;
    private final NDArray equilibrium;
    private final NDArray scale;
    private final NDArray shift;

    PeerFreezeOut(Tensors tensors) {
        rate = tensors.filled(RATE);
        equilibrium = tensors.filled(EQUILIBRIUM);
        scale = tensors.filled(2 / Math.log(TO / FROM));
        shift = tensors.filled(-1 - 2 * Math.log(FROM) / Math.log(TO / FROM));
    }

    @Override
    public List<Layer> layers() {
        Layer inner = new Layer(WIDTH, WIDTH);
        Layer coefficient = new Layer(WIDTH, 1);
        return List.of(new Layer(1, WIDTH), inner, inner, inner, coefficient, inner, coefficient);
    }

    @Override
    public double[] points(int count) {
        return PeerCase.logSpaced(FROM, TO, count);
    }

    @Override
    public NDArray field(NDList parameters, NDArray x) {
        NDArray first = PeerCase.affine(x.log().mul(scale).add(shift), parameters, 0);
        NDArray second = PeerCase.affine(first.tanh(), parameters, 1);
        NDArray features = PeerCase.affine(second.tanh(), parameters, 2);
        NDArray before = trunk(features, parameters, HEAD_LAYERS);
        NDArray after = trunk(features, parameters, HEAD_LAYERS + 2);
        return before.exp().mul(shape(x)).add(after.exp());
    }

    @Override
    public NDArray loss(NDArray x, NDArray y, NDArray slope) {
        NDArray atEquilibrium = shape(x).mul(equilibrium);
        NDArray excess = y.square().sub(atEquilibrium.square());
        NDArray residual = slope.add(rate.div(x.square()).mul(excess));
        return residual.div(y).square().mean();
    }

    private static NDArray trunk(NDArray features, NDList parameters, int layer) {
        NDArray hidden = PeerCase.affine(features, parameters, layer).tanh();
        return PeerCase.affine(hidden, parameters, layer + 1);
    }

    /** x^1.5 e^-x. */
    private static NDArray shape(NDArray x) {
        return x.mul(x.sqrt()).mul(x.neg().exp());
    }
}
