package stiffsweep.heap;

import java.util.List;

/** Arrays joined along an axis. */
final class Pieces {

    private Pieces() {}

    static HeapArray joined(List<HeapArray> arrays, int axis) {
        HeapArray first = arrays.get(0);
        int count = arrays.stream().mapToInt(array -> array.sizes()[axis]).sum();
        int[] sizes = Sizes.with(first.sizes(), axis, count);
        Axes axes = Axes.of(sizes, axis);
        double[] joined = new double[Sizes.product(sizes)];
        int at = 0;
        for (HeapArray array : arrays) {
            axes.write(array.values(), at, joined);
            at += array.sizes()[axis];
        }
        HeapArray recorder =
                arrays.stream().filter(HeapArray::isTracked).findFirst().orElse(first);
        return recorder.recorded(joined, sizes, share -> {
            int from = 0;
            for (HeapArray array : arrays) {
                int own = array.sizes()[axis];
                array.receive(axes.slices(share, from, own), array.sizes());
                from += own;
            }
        });
    }
}
