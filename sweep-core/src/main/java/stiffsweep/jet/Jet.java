package stiffsweep.jet;

import java.util.List;

/**
 * A field with its derivatives along the inputs.
 *
 * @param value the field, {@code [trials, points, 1]}
 * @param derivatives its first derivative along each input direction, each {@code [trials, points, 1]}
 * @param secondDerivatives its second derivative along each input direction; empty where they are not carried
 */
public record Jet(Dual value, List<Dual> derivatives, List<Dual> secondDerivatives) {

    public Jet {
        derivatives = List.copyOf(derivatives);
        secondDerivatives = List.copyOf(secondDerivatives);
    }

    /** A jet from its streams: the value, the first derivatives by direction, the second derivatives by direction. */
    public static Jet of(List<Dual> streams, int directions) {
        int firsts = Math.min(1 + directions, streams.size());
        return new Jet(streams.get(0), streams.subList(1, firsts), streams.subList(firsts, streams.size()));
    }

    /** The derivative of a field of one variable. */
    public Dual derivative() {
        return derivatives.get(0);
    }

    /** The second derivative of a field of one variable. */
    public Dual secondDerivative() {
        return secondDerivatives.get(0);
    }
}
