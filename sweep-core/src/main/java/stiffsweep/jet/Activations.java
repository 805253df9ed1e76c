package stiffsweep.jet;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import stiffsweep.choice.Activation;
import stiffsweep.tensor.Operations;
import stiffsweep.tensor.Tensors;

/** The activation functions with their derivatives. */
public final class Activations {

    /** The highest derivative that {@link #derivatives} gives. */
    public static final int HIGHEST_ORDER = 3;

    private Activations() {}

    /**
     * The function and its derivatives.
     *
     * @param u where, of any shape; left as it is
     * @param order the highest derivative that is asked for, 0 to {@link #HIGHEST_ORDER}
     * @return {@code order + 1} tensors shaped like {@code u}: g(u), g'(u), ..
     */
    public static List<NDArray> derivatives(Activation activation, NDArray u, int order) {
        return switch (activation) {
            case GELU -> gelu(u, order);
            case TANH -> tanh(u, order);
            case SINE -> sine(u, order);
            case SILU -> silu(u, order);
        };
    }

    private static List<NDArray> gelu(NDArray u, int order) {
        NDArray half = Tensors.constant(0.5, u);
        NDArray distribution =
                u.mul(Tensors.constant(Math.sqrt(0.5), u)).erf().muli(half).addi(half);
        List<NDArray> derivatives = new ArrayList<>();
        derivatives.add(u.mul(distribution));
        if (order == 0) {
            return derivatives;
        }
        NDArray square = u.square();
        NDArray minusHalf = Tensors.constant(-0.5, u);
        NDArray logOfRoot = Tensors.constant(0.5 * Math.log(2 * Math.PI), u);
        NDArray density = square.mul(minusHalf).subi(logOfRoot).exp();
        derivatives.add(u.mul(density).addi(distribution));
        if (order >= 2) {
            derivatives.add(Tensors.difference(2, square).muli(density));
        }
        if (order >= 3) {
            derivatives.add(square.sub(Tensors.constant(4, u)).muli(u).muli(density));
        }
        return derivatives;
    }

    /** As {@code 2 s(2u) - 1} with the logistic function s: a quarter of the cost. */
    private static List<NDArray> tanh(NDArray u, int order) {
        NDArray one = Tensors.constant(1, u);
        NDArray two = Tensors.constant(2, u);
        NDArray tanh = logistic(u.mul(two)).mul(two).subi(one);
        List<NDArray> derivatives = new ArrayList<>();
        derivatives.add(tanh);
        if (order == 0) {
            return derivatives;
        }
        NDArray first = Tensors.difference(1, tanh.square());
        derivatives.add(first);
        if (order >= 2) {
            derivatives.add(tanh.mul(first).muli(Tensors.constant(-2, u)));
        }
        if (order >= 3) {
            // (-2 t g')' = -2 g'^2 - 2 t g'' = g' (4 - 6 g')
            NDArray bracket = Tensors.difference(4, first.mul(Tensors.constant(6, u)));
            derivatives.add(bracket.mul(first));
        }
        return derivatives;
    }

    private static List<NDArray> sine(NDArray u, int order) {
        List<NDArray> derivatives = new ArrayList<>();
        derivatives.add(u.sin());
        if (order >= 1) {
            derivatives.add(u.cos());
        }
        // g'' = -g
        for (int i = 2; i <= order; i++) {
            derivatives.add(derivatives.get(i - 2).neg());
        }
        return derivatives;
    }

    private static List<NDArray> silu(NDArray u, int order) {
        NDArray logistic = logistic(u);
        List<NDArray> derivatives = new ArrayList<>();
        derivatives.add(u.mul(logistic));
        if (order == 0) {
            return derivatives;
        }
        // s' = s (1 - s), g' = s + u s'
        NDArray slope = Tensors.difference(1, logistic).mul(logistic);
        derivatives.add(u.mul(slope).addi(logistic));
        if (order >= 2) {
            // g'' = s' (2 + u (1 - 2 s))
            NDArray two = Tensors.constant(2, u);
            NDArray balance = Tensors.difference(1, logistic.mul(two));
            derivatives.add(u.mul(balance).addi(two).mul(slope));
            if (order >= 3) {
                // g''' = s' (3 (1 - 2 s) + u (1 - 6 s'))
                NDArray bracket =
                        Tensors.difference(1, slope.mul(Tensors.constant(6, u))).mul(u);
                derivatives.add(
                        balance.mul(Tensors.constant(3, u)).addi(bracket).mul(slope));
            }
        }
        return derivatives;
    }

    private static NDArray logistic(NDArray u) {
        return Operations.sigmoid(u);
    }
}
