package stiffsweep.kernel;

import java.util.List;

/**
 * The chains of a network, in the order of their parameters.
 *
 * @param head the chain that reads the input
 * @param trunks chains that read the head's output, with one output each; where there are none, the head's output is the
 *     network's
 */
public record KernelShape(ChainShape head, List<ChainShape> trunks) {

    public KernelShape {
        trunks = List.copyOf(trunks);
    }

    public int inputs() {
        return head.inputs(0);
    }

    public int outputs() {
        return trunks.isEmpty() ? head.outputs(head.layers() - 1) : trunks.size();
    }

    public int parameters() {
        return head.parameters()
                + trunks.stream().mapToInt(ChainShape::parameters).sum();
    }
}
