package stiffsweep.heap;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The operations on some arrays in their order, for the reverse pass. */
public final class HeapTape {

    private final List<Step> steps = new ArrayList<>();
    private boolean isRecording = true;

    private HeapTape() {}

    /** An operation: what it made, and how the adjoint of that is handed on. */
    private record Step(HeapArray made, Consumer<double[]> reverse) {}

    /**
     * The gradients of a sum with respect to several arrays.
     *
     * @param at where to differentiate; their own history is cut off
     * @param formula computes, from the leaves, the array whose elements are summed
     * @return the gradients, shaped like {@code at}; zeros where the sum does not depend on one
     */
    public static List<NDArray> gradients(List<NDArray> at, Function<List<NDArray>, NDArray> formula) {
        HeapTape tape = new HeapTape();
        List<HeapArray> leaves =
                at.stream().map(HeapArray::of).map(array -> array.on(tape)).toList();
        HeapArray made = HeapArray.of(formula.apply(List.copyOf(leaves)));
        tape.isRecording = false;
        made.receiveOnes();
        for (int i = tape.steps.size() - 1; i >= 0; i--) {
            Step step = tape.steps.get(i);
            double[] adjoint = step.made.adjoint();
            if (adjoint != null) {
                step.reverse.accept(adjoint);
            }
        }
        return leaves.stream().<NDArray>map(HeapArray::gradient).toList();
    }

    boolean isRecording() {
        return isRecording;
    }

    void record(HeapArray made, Consumer<double[]> reverse) {
        steps.add(new Step(made, reverse));
    }
}
