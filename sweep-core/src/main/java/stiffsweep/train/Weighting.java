package stiffsweep.train;

import java.util.Locale;
import stiffsweep.jet.Dual;
import stiffsweep.problem.Residual;

/** How the residual of an equation is weighted point by point. */
public enum Weighting {
    /** Not at all: r. */
    PLAIN {
        @Override
        public Dual weigh(Residual residual) {
            return residual.value();
        }
    },
    /**
     * By the Jacobian, {@code r / sqrt(1 + J^2)}, differentiated through wherever J depends on the network (arXiv
     * 2602.21988, eq. 16).
     */
    JACOBIAN {
        @Override
        public Dual weigh(Residual residual) {
            Dual jacobian = residual.jacobian();
            if (jacobian == null) {
                throw new IllegalArgumentException(
                        "the jacobian weighting needs a problem that gives the Jacobian of its equation");
            }
            return residual.value().over(jacobian.square().plus(1).sqrt());
        }
    };

    /** The weighting with a name as in a sweep file, such as {@code jacobian}. */
    public static Weighting named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The weighted residual, {@code [trials, points, 1]}. */
    public abstract Dual weigh(Residual residual);
}
