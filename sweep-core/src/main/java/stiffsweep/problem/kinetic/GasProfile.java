package stiffsweep.problem.kinetic;

import stiffsweep.choice.Choice;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.reference.kinetic.Fluid;

/**
 * How the gas at t = 0 goes from the left state to the right one: {@code left + (right - left) (1 + y(x)) / 2} for density and
 * temperature, at rest (arXiv 2306.15381, cases I to V).
 */
enum GasProfile implements Choice {

    /** {@code tanh(10 x)}: case III. */
    TANH_10 {
        @Override
        double at(double x) {
            return Math.tanh(10 * x);
        }

        @Override
        Dual at(Dual x) {
            return x.times(10).tanh();
        }
    },

    /** {@code tanh(20 x)}: case IV. */
    TANH_20 {
        @Override
        double at(double x) {
            return Math.tanh(20 * x);
        }

        @Override
        Dual at(Dual x) {
            return x.times(20).tanh();
        }
    },

    /** {@code sin(pi x)}: case I, whose waves reach the ends. */
    SINE {
        @Override
        double at(double x) {
            return Math.sin(Math.PI * x);
        }

        @Override
        Dual at(Dual x) {
            return x.times(Math.PI).sin();
        }
    },

    /** {@code sin(pi x)} to the power 3/7, with its sign: case II, steep in the middle. */
    ROOT_SINE {
        @Override
        double at(double x) {
            double sine = Math.sin(Math.PI * x);
            return Math.signum(sine) * Math.pow(Math.abs(sine), 3.0 / 7);
        }

        @Override
        Dual at(Dual x) {
            Dual sine = x.times(Math.PI).sin();
            return sine.sign().times(sine.abs().power(3.0 / 7));
        }
    },

    /** The sign of x: case V, Riemann's problem. */
    JUMP {
        @Override
        double at(double x) {
            return Math.signum(x);
        }

        @Override
        Dual at(Dual x) {
            return x.sign();
        }
    };

    static final Fluid LEFT = new Fluid(1.5, 0, 1.5);
    static final Fluid RIGHT = new Fluid(0.625, 0, 0.75);

    /** y at a place. */
    abstract double at(double x);

    /** y at places; its slope is not asked for. */
    abstract Dual at(Dual x);

    static GasProfile of(Samples at) {
        return Choice.of(GasProfile.class, at.word(BoltzmannBgk.PROFILE));
    }

    /** The gas at t = 0. */
    Fluid initial(double x) {
        double right = (1 + at(x)) / 2;
        return new Fluid(
                LEFT.density() + (RIGHT.density() - LEFT.density()) * right,
                0,
                LEFT.temperature() + (RIGHT.temperature() - LEFT.temperature()) * right);
    }

    /** The density at t = 0. */
    static Dual density(Samples at) {
        return between(LEFT.density(), RIGHT.density(), at);
    }

    /** The temperature at t = 0. */
    static Dual temperature(Samples at) {
        return between(LEFT.temperature(), RIGHT.temperature(), at);
    }

    private static Dual between(double left, double right, Samples at) {
        return of(at).at(at.input("x")).plus(1).times((right - left) / 2).plus(left);
    }
}
