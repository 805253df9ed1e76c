package stiffsweep.heap;

import org.hipparchus.special.Erf;

/** A function of one number with its slope, which is told the function's value too. */
public enum ElementFunction {
    NEGATIVE {
        @Override
        double at(double x) {
            return -x;
        }

        @Override
        double slope(double x, double y) {
            return -1;
        }
    },
    SQUARE {
        @Override
        double at(double x) {
            return x * x;
        }

        @Override
        double slope(double x, double y) {
            return 2 * x;
        }
    },
    SQUARE_ROOT {
        @Override
        double at(double x) {
            return Math.sqrt(x);
        }

        @Override
        double slope(double x, double y) {
            return 0.5 / y;
        }
    },
    EXPONENTIAL {
        @Override
        double at(double x) {
            return StrictMath.exp(x);
        }

        @Override
        double slope(double x, double y) {
            return y;
        }
    },
    LOGARITHM {
        @Override
        double at(double x) {
            return StrictMath.log(x);
        }

        @Override
        double slope(double x, double y) {
            return 1 / x;
        }
    },
    /** {@code 1 / (1 + exp(-x))}, without overflow. */
    SIGMOID {
        @Override
        double at(double x) {
            double power = StrictMath.exp(-Math.abs(x));
            return (x < 0 ? power : 1) / (1 + power);
        }

        @Override
        double slope(double x, double y) {
            return y * (1 - y);
        }
    },
    /** {@code log(1 + exp(x))}, without overflow. */
    SOFTPLUS {
        @Override
        double at(double x) {
            return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
        }

        @Override
        double slope(double x, double y) {
            return SIGMOID.at(x);
        }
    },
    SINE {
        @Override
        double at(double x) {
            return StrictMath.sin(x);
        }

        @Override
        double slope(double x, double y) {
            return StrictMath.cos(x);
        }
    },
    COSINE {
        @Override
        double at(double x) {
            return StrictMath.cos(x);
        }

        @Override
        double slope(double x, double y) {
            return -StrictMath.sin(x);
        }
    },
    TANGENT {
        @Override
        double at(double x) {
            return StrictMath.tan(x);
        }

        @Override
        double slope(double x, double y) {
            return 1 + y * y;
        }
    },
    INVERSE_TANGENT {
        @Override
        double at(double x) {
            return StrictMath.atan(x);
        }

        @Override
        double slope(double x, double y) {
            return 1 / (1 + x * x);
        }
    },
    HYPERBOLIC_SINE {
        @Override
        double at(double x) {
            return StrictMath.sinh(x);
        }

        @Override
        double slope(double x, double y) {
            return StrictMath.cosh(x);
        }
    },
    HYPERBOLIC_COSINE {
        @Override
        double at(double x) {
            return StrictMath.cosh(x);
        }

        @Override
        double slope(double x, double y) {
            return StrictMath.sinh(x);
        }
    },
    HYPERBOLIC_TANGENT {
        @Override
        double at(double x) {
            return StrictMath.tanh(x);
        }

        @Override
        double slope(double x, double y) {
            return 1 - y * y;
        }
    },
    ERROR_FUNCTION {
        @Override
        double at(double x) {
            return Erf.erf(x);
        }

        @Override
        double slope(double x, double y) {
            return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x);
        }
    },
    /** The size of a number; its slope at zero is zero. */
    ABSOLUTE {
        @Override
        double at(double x) {
            return Math.abs(x);
        }

        @Override
        double slope(double x, double y) {
            return Math.signum(x);
        }
    },
    SIGN {
        @Override
        double at(double x) {
            return Math.signum(x);
        }

        @Override
        double slope(double x, double y) {
            return 0;
        }
    },
    /** The larger of a number and zero; its slope at zero is zero. */
    POSITIVE_PART {
        @Override
        double at(double x) {
            return Math.max(x, 0);
        }

        @Override
        double slope(double x, double y) {
            return x > 0 ? 1 : 0;
        }
    },
    NOT {
        @Override
        double at(double x) {
            return x == 0 ? 1 : 0;
        }

        @Override
        double slope(double x, double y) {
            return 0;
        }
    };

    abstract double at(double x);

    abstract double slope(double x, double y);

    double[] values(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = at(x[i]);
        }
        return y;
    }

    /** The slopes times what comes from behind. */
    double[] shares(double[] x, double[] y, double[] adjoint) {
        double[] shares = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            shares[i] = slope(x[i], y[i]) * adjoint[i];
        }
        return shares;
    }
}
