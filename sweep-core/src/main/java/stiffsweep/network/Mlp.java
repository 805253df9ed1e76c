package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.jet.Dual;

/** A fully connected network. */
public final class Mlp implements Network {

    private final List<Layer> layers;
    private final DenseLayers dense;

    public Mlp(NetworkShape shape) {
        layers = shape.layers();
        dense = new DenseLayers(layers, shape.activation(), 0);
    }

    @Override
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public List<String> layerNames() {
        return NetworkShape.layerNames("layers", layers.size());
    }

    @Override
    public Pass forward(NDArray parameters, JetInput input) {
        DenseLayers.Forward forward =
                dense.forward(DenseLayers.views(parameters, layers), input.stacked(), input.layout());
        return new EnginePass(
                this,
                input.layout(),
                forward.output(),
                forward::reverse,
                direction -> forward.tangent(DenseLayers.views(direction, layers)));
    }

    @Override
    public Dual formula(Dual parameters, JetInput input) {
        List<Dual> pieces = parameters.split(1, DenseLayers.pieceSizes(layers));
        return dense.formula(pieces, Dual.constant(input.stacked()), input.layout());
    }
}
