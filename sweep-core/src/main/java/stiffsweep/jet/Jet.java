package stiffsweep.jet;

import java.util.List;

/**
 * A field with its first derivatives along the inputs.
 *
 * @param value the field, {@code [trials, points, 1]}
 * @param derivatives its derivative along each input direction, each {@code [trials, points, 1]}
 */
public record Jet(Dual value, List<Dual> derivatives) {

    public Jet {
        derivatives = List.copyOf(derivatives);
    }

    /** The derivative of a field of one variable. */
    public Dual derivative() {
        return derivatives.get(0);
    }
}
