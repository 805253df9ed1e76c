package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import stiffsweep.choice.Activation;
import stiffsweep.jet.Dual;

/**
 * A head that all outputs share, and a trunk of its own for each output: one coefficient function each in GlueNN. The
 * head's last layer is linear.
 */
public final class HeadTrunk implements Network {

    private final List<Layer> layers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final DenseLayers head;
    private final List<DenseLayers> trunks = new ArrayList<>();

    /**
     * A network.
     *
     * @param head the shape of the head; its outputs are the features of the trunks
     * @param trunkHidden the widths of each trunk's hidden layers
     * @param outputs the number of trunks, with one output each
     */
    public HeadTrunk(NetworkShape head, List<Integer> trunkHidden, int outputs) {
        Activation activation = head.activation();
        this.head = new DenseLayers(head.layers(), activation, 0);
        layers.addAll(head.layers());
        names.addAll(NetworkShape.layerNames("head", layers.size()));
        NetworkShape trunk = trunk(head, trunkHidden);
        for (int i = 0; i < outputs; i++) {
            trunks.add(new DenseLayers(trunk.layers(), activation, layers.size()));
            layers.addAll(trunk.layers());
            names.addAll(NetworkShape.layerNames("trunks." + i, trunk.layers().size()));
        }
    }

    /** The shape of each trunk: it reads the head's features and has one output. */
    static NetworkShape trunk(NetworkShape head, List<Integer> hidden) {
        return new NetworkShape(head.outputs(), hidden, 1, head.activation());
    }

    @Override
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public List<String> layerNames() {
        return List.copyOf(names);
    }

    @Override
    public Pass forward(NDArray parameters, JetInput input) {
        NDList views = DenseLayers.views(parameters, layers);
        JetLayout layout = input.layout();
        DenseLayers.Forward features = head.forward(views, input.stacked(), layout);
        List<DenseLayers.Forward> forwards = new ArrayList<>();
        NDList outputs = new NDList();
        for (DenseLayers trunk : trunks) {
            DenseLayers.Forward forward = trunk.forward(views, features.output(), layout);
            forwards.add(forward);
            outputs.add(forward.output());
        }
        return new EnginePass(
                this,
                layout,
                NDArrays.concat(outputs, 2),
                (adjoint, visitor) -> reverse(adjoint, features, forwards, visitor),
                direction -> tangent(DenseLayers.views(direction, layers), features, forwards));
    }

    private static void reverse(
            NDArray adjoint, DenseLayers.Forward head, List<DenseLayers.Forward> trunks, LayerVisitor visitor) {
        NDList adjoints = adjoint.split(trunks.size(), 2);
        NDArray ofFeatures = trunks.get(0).reverseToInput(adjoints.get(0), visitor);
        for (int i = 1; i < trunks.size(); i++) {
            ofFeatures.addi(trunks.get(i).reverseToInput(adjoints.get(i), visitor));
        }
        head.reverse(ofFeatures, visitor);
    }

    private static NDArray tangent(NDList direction, DenseLayers.Forward head, List<DenseLayers.Forward> trunks) {
        NDArray ofFeatures = head.tangent(direction);
        NDList tangents = new NDList();
        trunks.forEach(trunk -> tangents.add(trunk.tangent(direction, ofFeatures)));
        return NDArrays.concat(tangents, 2);
    }

    @Override
    public Dual formula(Dual parameters, JetInput input) {
        List<Dual> pieces = parameters.split(1, DenseLayers.pieceSizes(layers));
        Dual features = head.formula(pieces, Dual.constant(input.stacked()), input.layout());
        List<Dual> outputs = new ArrayList<>();
        trunks.forEach(trunk -> outputs.add(trunk.formula(pieces, features, input.layout())));
        return Dual.concat(outputs, 2);
    }
}
