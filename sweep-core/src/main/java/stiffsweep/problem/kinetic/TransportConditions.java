package stiffsweep.problem.kinetic;

import java.util.function.DoubleBinaryOperator;
import stiffsweep.choice.Choice;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.kinetic.HeatSeries;
import stiffsweep.reference.kinetic.Slab;
import stiffsweep.reference.kinetic.Slab.Inflow;

/** What comes into a slab and what is there at t = 0: the benchmarks of linear transport. */
enum TransportConditions implements Choice {

    /** One on the left, nothing on the right, an empty slab. */
    INFLOW_JUMP {
        @Override
        Inflow inflow() {
            return Inflow.isotropic(1, 0);
        }

        @Override
        Dual fromLeft(Samples at) {
            return at.input("v").times(0).plus(1);
        }

        @Override
        double splitAbove() {
            return 0.3;
        }
    },

    /** 5 sin v on the left, nothing on the right, an empty slab: f has a layer at the wall. */
    BOUNDARY_LAYER {
        @Override
        Inflow inflow() {
            return new Inflow(v -> 5 * Math.sin(v), v -> 0);
        }

        @Override
        Dual fromLeft(Samples at) {
            return at.input("v").sin().times(5);
        }

        @Override
        double splitAbove() {
            return 0.02;
        }
    },

    /** A bump between empty walls, with a Gaussian of the velocity that the first collisions even out. */
    BUMP {
        @Override
        Dual initial(Samples at) {
            Dual gaussian = at.input("v").square().times(-4.5).exp().times(3 * NORMAL);
            return gaussian.times(bump(at));
        }

        @Override
        Dual initialDensity(Samples at) {
            return bump(at).times(NARROW_MEAN);
        }

        @Override
        Jet fromInitial(Functions at) {
            Jet angle = at.input("x").times(2 * Math.PI).minus(Math.PI / 2);
            return angle.sin().plus(1).times(NARROW_MEAN).plus(at.input("t").times(at.function(Transport.DENSITY)));
        }

        @Override
        double initial(double x, double v) {
            return 3 * NORMAL * Math.exp(-4.5 * v * v) * (1 + Math.sin(2 * Math.PI * x - Math.PI / 2));
        }

        @Override
        DoubleBinaryOperator limit(double scattering) {
            return HeatSeries.fromBump(1 / (3 * scattering), 2 * NARROW_MEAN)::at;
        }

        private Dual bump(Samples at) {
            return at.input("x").times(2 * Math.PI).minus(Math.PI / 2).sin().plus(1);
        }
    },

    /** Two waves on a circle, with a Gaussian of the velocity. */
    WAVE {
        @Override
        Dual initial(Samples at) {
            Dual gaussian = at.input("v").square().times(-0.5).exp().times(NORMAL);
            return gaussian.times(waves(at));
        }

        @Override
        Dual initialDensity(Samples at) {
            return waves(at).times(WIDE_MEAN);
        }

        @Override
        Jet fromInitial(Functions at) {
            Jet waves = at.input("x").times(4 * Math.PI).cos().plus(1).times(WIDE_MEAN);
            return waves.plus(at.input("t").times(at.function(Transport.DENSITY)));
        }

        @Override
        double initial(double x, double v) {
            return NORMAL * Math.exp(-v * v / 2) * (1 + Math.cos(4 * Math.PI * x));
        }

        @Override
        Slab slab(double knudsen, double scattering) {
            return new Slab(knudsen, scattering, this::initial, new Slab.Periodic());
        }

        @Override
        DoubleBinaryOperator limit(double scattering) {
            double rate = 16 * Math.PI * Math.PI / (3 * scattering);
            return (t, x) -> WIDE_MEAN * (1 + Math.cos(4 * Math.PI * x) * Math.exp(-rate * t));
        }

        private Dual waves(Samples at) {
            return at.input("x").times(4 * Math.PI).cos().plus(1);
        }
    };

    /** 1 / sqrt(2 pi). */
    private static final double NORMAL = 0.3989422804014327;

    /** The mean of the Gaussian of {@link #BUMP} over [-1, 1], erf(3/sqrt 2) / 2, which the papers round to 1/2. */
    private static final double NARROW_MEAN = 0.4986501019683699;

    /** The mean of the Gaussian of {@link #WAVE} over [-1, 1], erf(1/sqrt 2) / 2. */
    private static final double WIDE_MEAN = 0.3413447460685429;

    static TransportConditions of(Samples at) {
        return of(at.word(Transport.DATA));
    }

    static TransportConditions of(String word) {
        return Choice.of(TransportConditions.class, word);
    }

    /** What comes in at the walls: nothing from the right, and nothing at all unless told. */
    Inflow inflow() {
        return Inflow.isotropic(0, 0);
    }

    /** f at x = 0 where v is positive. */
    Dual fromLeft(Samples at) {
        return at.input("v").times(0);
    }

    /** f at t = 0: nothing, unless told. */
    Dual initial(Samples at) {
        return at.input("v").times(0);
    }

    /** f at t = 0. */
    double initial(double x, double v) {
        return 0;
    }

    /** The density at t = 0. */
    Dual initialDensity(Samples at) {
        return at.input("x").times(0);
    }

    /** A density that has its values at t = 0 whatever the network gives; one that grows from nothing stays positive. */
    Jet fromInitial(Functions at) {
        return at.input("t").times(EvenOdd.positive(at));
    }

    /**
     * Above which mean free path what has not collided is split off in the truth: where f jumps at a velocity and collisions do
     * not blur it, and where what comes in is not alike from all directions.
     */
    double splitAbove() {
        return Double.POSITIVE_INFINITY;
    }

    /** The slab where the layers at its walls are too thin to be resolved. */
    Slab slab(double knudsen, double scattering) {
        return new Slab(knudsen, scattering, this::initial, inflow().behindLayers());
    }

    /** The density as the Knudsen number vanishes, of t and x. */
    DoubleBinaryOperator limit(double scattering) {
        return HeatSeries.ofEmpty(scattering, inflow())::at;
    }
}
