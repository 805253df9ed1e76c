package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.List;
import stiffsweep.tensor.Tensors;

/**
 * How the numbers of a trial stand in its row: the network's parameters, then those that its weighting learns for each
 * loss term. Where nothing is learned, a row is the network's parameters.
 */
final class RowLayout {

    /** Where each part but the last one ends. */
    private final long[] ends;

    private final int attention;
    private final List<NDArray> nothing;

    /**
     * A layout.
     *
     * @param network the number of the network's parameters
     * @param sizes how many numbers are learned for each loss term
     */
    RowLayout(int network, List<Integer> sizes, Tensors tensors) {
        ends = new long[sizes.size()];
        int end = network;
        for (int term = 0; term < ends.length; term++) {
            ends[term] = end;
            end += sizes.get(term);
        }
        attention = end - network;
        nothing = Collections.nCopies(ends.length, tensors.filled(0, 0));
    }

    /** How many numbers are learned for a trial. */
    int attention() {
        return attention;
    }

    /** The network's parameters in some rows, {@code [trials, parameters]}; a view, whose changes the rows see. */
    NDArray network(NDArray rows) {
        return attention == 0 ? rows : rows.split(ends, 1).get(0);
    }

    /** The numbers learned for each term, {@code [trials, numbers]} or empty; views, whose changes the rows see. */
    List<NDArray> attention(NDArray rows) {
        return attention == 0 ? nothing : rows.split(ends, 1).subList(1, ends.length + 1);
    }
}
