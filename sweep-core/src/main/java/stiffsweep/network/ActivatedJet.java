package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import stiffsweep.choice.Activation;
import stiffsweep.jet.Activations;
import stiffsweep.tensor.Tensors;

/**
 * An activation applied to a jet, with what its adjoint needs.
 *
 * <p>Values {@code h = g(u)}, first derivatives {@code h' = g'(u) u'}, second derivatives {@code h'' = g'(u) u'' + g''(u)
 * u'^2}, along each direction.
 */
final class ActivatedJet {

    private static final int[] DIRECTIONS = {1};

    private final JetLayout layout;
    /** g'(u), and by order what multiplies that order's adjoint in the adjoint of u: g'' u', then g'' u'' + g''' u'^2. */
    private final NDArray[] slopes;

    private ActivatedJet(JetLayout layout, NDArray... slopes) {
        this.layout = layout;
        this.slopes = slopes;
    }

    /** Turns a jet {@code u} into the jet of {@code g(u)}, in place. */
    static ActivatedJet apply(Activation activation, NDArray jet, JetLayout layout) {
        NDList parts = layout.parts(jet);
        NDArray u = parts.get(0);
        List<NDArray> g = Activations.derivatives(activation, u, layout.order() + 1);
        Tensors.assign(u, g.get(0));
        NDArray slope = g.get(1);
        if (layout.order() == 0) {
            return new ActivatedJet(layout, slope);
        }
        NDArray first = parts.get(1);
        NDArray bend = g.get(2).mul(first);
        if (layout.order() == 1) {
            first.muli(slope);
            return new ActivatedJet(layout, slope, bend);
        }
        NDArray second = parts.get(2);
        NDArray bending = layout.bending(first);
        NDArray curve = bending.square().muli(g.get(3)).addi(g.get(2).mul(second));
        second.muli(slope).addi(layout.bending(bend).mul(bending));
        first.muli(slope);
        return new ActivatedJet(layout, slope, bend, curve);
    }

    /** Turns the adjoint of {@code g(u)} into the adjoint of {@code u}, in place. */
    void pullBack(NDArray adjoint) {
        NDList parts = layout.parts(adjoint);
        NDArray slope = slopes[0];
        NDArray value = parts.get(0).muli(slope);
        if (layout.order() >= 1) {
            NDArray first = parts.get(1);
            value.addi(overDirections(first.mul(slopes[1])));
            first.muli(slope);
        }
        if (layout.order() == 2) {
            NDArray first = parts.get(1);
            NDArray second = parts.get(2);
            value.addi(overDirections(second.mul(slopes[2])));
            NDArray bent = second.mul(layout.bending(slopes[1]));
            layout.bending(first).addi(bent).addi(bent);
            second.muli(slope);
        }
    }

    /** Turns a tangent of {@code u} into the tangent of {@code g(u)}, in place. */
    void pushForward(NDArray tangent) {
        NDList parts = layout.parts(tangent);
        NDArray slope = slopes[0];
        NDArray value = parts.get(0);
        if (layout.order() == 2) {
            NDArray bent = layout.bending(parts.get(1)).mul(layout.bending(slopes[1]));
            parts.get(2).muli(slope).addi(bent).addi(bent).addi(value.mul(slopes[2]));
        }
        if (layout.order() >= 1) {
            parts.get(1).muli(slope).addi(value.mul(slopes[1]));
        }
        value.muli(slope);
    }

    private static NDArray overDirections(NDArray derivatives) {
        return derivatives.getShape().get(1) == 1 ? derivatives : derivatives.sum(DIRECTIONS, true);
    }
}
