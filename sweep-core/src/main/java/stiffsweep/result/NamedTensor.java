package stiffsweep.result;

import java.io.Serializable;
import java.util.List;

/** A tensor of numbers with a name, such as the weights of a layer. */
public final class NamedTensor implements Serializable {

    private static final long serialVersionUID = 1;

    private final String name;
    private final List<Integer> shape;
    private final double[] values;

    /**
     * A tensor.
     *
     * @param shape the length of each axis; none for a single number
     * @param values the numbers in row-major order
     */
    public NamedTensor(String name, List<Integer> shape, double[] values) {
        int size = ArrayLength.of(
                "the numbers of a tensor",
                shape.stream().mapToLong(Integer::longValue).toArray());
        if (size != values.length) {
            throw new IllegalArgumentException("a tensor of the shape " + shape + " must have " + size + " values, but "
                    + name + " got " + values.length);
        }
        this.name = name;
        this.shape = List.copyOf(shape);
        this.values = values.clone();
    }

    public String name() {
        return name;
    }

    /** The length of each axis. */
    public List<Integer> shape() {
        return shape;
    }

    /** The numbers in row-major order. */
    public double[] values() {
        return values.clone();
    }
}
