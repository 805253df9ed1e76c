package stiffsweep.jet;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An activation function with its derivatives. */
public enum Activation {
    /** {@code u Phi(u)}, Phi being the standard normal distribution function (the exact form with erf). */
    GELU {
        @Override
        public List<NDArray> derivatives(NDArray u, int order) {
            NDArray distribution = u.mul(1 / Math.sqrt(2)).erf().addi(1).muli(0.5);
            List<NDArray> derivatives = new ArrayList<>();
            derivatives.add(u.mul(distribution));
            if (order == 0) {
                return derivatives;
            }
            NDArray square = u.square();
            NDArray density = square.mul(-0.5).addi(-Math.log(2 * Math.PI) / 2).exp();
            derivatives.add(u.mul(density).addi(distribution));
            if (order >= 2) {
                derivatives.add(square.mul(-1).addi(2).muli(density));
            }
            if (order >= 3) {
                derivatives.add(square.sub(4).muli(u).muli(density));
            }
            return derivatives;
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        public List<NDArray> derivatives(NDArray u, int order) {
            NDArray tanh = u.tanh();
            List<NDArray> derivatives = new ArrayList<>();
            derivatives.add(tanh);
            if (order == 0) {
                return derivatives;
            }
            NDArray first = tanh.square().mul(-1).addi(1);
            derivatives.add(first);
            if (order >= 2) {
                derivatives.add(tanh.mul(first).mul(-2));
            }
            if (order >= 3) {
                // (-2 t g')' = -2 g'^2 - 2 t g'' = g' (6 t^2 - 2) = g' (4 - 6 g')
                derivatives.add(first.mul(-6).addi(4).mul(first));
            }
            return derivatives;
        }
    };

    /** The highest derivative that {@link #derivatives} gives. */
    public static final int HIGHEST_ORDER = 3;

    /** The activation with a name as in a sweep file, such as {@code gelu}. */
    public static Activation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * The function and its derivatives.
     *
     * @param u where, of any shape; left as it is
     * @param order the highest derivative that is asked for, 0 to {@link #HIGHEST_ORDER}
     * @return {@code order + 1} tensors shaped like {@code u}: g(u), g'(u), ..
     */
    public abstract List<NDArray> derivatives(NDArray u, int order);
}
