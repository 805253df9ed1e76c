package stiffsweep.formula;

import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;

/**
 * The residual of a loss term.
 *
 * @param value the residual, {@code [trials, points, 1]}
 * @param jacobian the derivative of the equation's right-hand side with respect to the field, at the network's field,
 *     {@code [trials, points, 1]} or {@code [trials, 1, 1]}; of a system, the length of the equation's
 *     row; null for conditions, and where it is to be derived
 */
public record Residual(Dual value, @Nullable Dual jacobian) {

    /** A residual without its Jacobian: that of a condition, or of an equation whose Jacobian is to be derived. */
    public static Residual of(Dual value) {
        return new Residual(value, null);
    }

    /** The residual of an equation that has no value of a field of the solution in it: its Jacobian is zero. */
    public static Residual withoutJacobian(Dual value) {
        return new Residual(value, value.times(0).sumOverNodes());
    }
}
