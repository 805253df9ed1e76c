package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import stiffsweep.jet.Dual;

/**
 * A network with learned scalars beside it: one more layer, without inputs, whose outputs stand after the network's own and
 * are the same at every point, with derivatives of zero.
 */
final class WithScalars implements Network {

    private final Network network;
    private final int outputs;
    private final int scalars;

    /**
     * A network with scalars.
     *
     * @param outputs the number of the network's own outputs
     * @param scalars the number of scalars
     */
    WithScalars(Network network, int outputs, int scalars) {
        this.network = network;
        this.outputs = outputs;
        this.scalars = scalars;
    }

    @Override
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(new Layer(0, scalars));
        return layers;
    }

    @Override
    public List<String> layerNames() {
        List<String> names = new ArrayList<>(network.layerNames());
        names.add("scalars");
        return names;
    }

    @Override
    public Pass forward(NDArray parameters, JetInput input) {
        List<Dual> pieces = pieces(Dual.constant(parameters));
        Pass pass = network.forward(pieces.get(0).value(), input);
        NDArray columns = columns(pieces.get(1), input).value();
        NDArray output = NDArrays.concat(new NDList(pass.output(), columns), 2);
        return new Pass(this, input.layout(), output, (adjoint, visitor) -> reverse(adjoint, pass, visitor));
    }

    private void reverse(NDArray adjoint, Pass pass, LayerVisitor visitor) {
        NDList adjoints = adjoint.split(new long[] {outputs}, 2);
        pass.reverse(adjoints.get(0), visitor);
        visitor.visitScalars(network.layers().size(), adjoints.get(1));
    }

    @Override
    public Dual formula(Dual parameters, JetInput input) {
        List<Dual> pieces = pieces(parameters);
        return Dual.concat(List.of(network.formula(pieces.get(0), input), columns(pieces.get(1), input)), 2);
    }

    /** The network's own parameters, and the scalars. */
    private List<Dual> pieces(Dual parameters) {
        return parameters.split(1, network.parameters(), scalars);
    }

    /** The scalars as jets, {@code [trials, rows, scalars]}. */
    private Dual columns(Dual row, JetInput input) {
        NDArray values = row.value();
        NDArray constant = input.layout().ofConstant(values.getManager(), values.getDataType());
        return row.reshape(-1, 1, scalars).times(Dual.constant(constant));
    }
}
