package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.jet.Dual;

/** Learned scalars as a network: one layer without inputs, whose outputs are the same at every point. */
final class Scalars implements Network {

    private final int count;

    Scalars(int count) {
        this.count = count;
    }

    @Override
    public List<Layer> layers() {
        return List.of(new Layer(0, count));
    }

    @Override
    public List<String> layerNames() {
        return List.of("scalars");
    }

    @Override
    public Pass forward(NDArray parameters, JetInput input) {
        return new EnginePass(
                this,
                input.layout(),
                columns(parameters, input),
                (adjoint, visitor) -> visitor.visitScalars(0, adjoint),
                direction -> columns(direction, input));
    }

    @Override
    public Dual formula(Dual parameters, JetInput input) {
        return columns(parameters, input);
    }

    private NDArray columns(NDArray row, JetInput input) {
        return columns(Dual.constant(row), input).value();
    }

    /** The scalars as jets, {@code [trials, rows, scalars]}. */
    private Dual columns(Dual row, JetInput input) {
        NDArray values = row.value();
        NDArray constant = input.layout().ofConstant(values);
        return row.reshape(-1, 1, count).times(Dual.constant(constant));
    }
}
