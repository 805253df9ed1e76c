package stiffsweep.problem.kinetic;

import stiffsweep.choice.Choice;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.kinetic.HeatSeries;
import stiffsweep.reference.kinetic.Slab;
import stiffsweep.reference.kinetic.Slab.Inflow;

/** What comes into a slab and what is there at t = 0: the benchmarks of linear transport. */
enum TransportData implements Choice {

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
    },

    /** 5 sin v on the left, nothing on the right, an empty slab: f has a layer at the wall. */
    BOUNDARY_LAYER {
        @Override
        Inflow inflow() {
            return new Inflow(v -> 5 * Math.sin(v), v -> 0);
        }

        @Override
        double splitAbove() {
            return 0.02;
        }

        @Override
        Dual fromLeft(Samples at) {
            return at.input("v").sin().times(5);
        }
    },

    /** A bump between empty walls, with a Gaussian of the velocity that the first collisions even out. */
    BUMP {
        @Override
        Inflow inflow() {
            return Inflow.isotropic(0, 0);
        }

        /** Nothing comes in. */
        @Override
        double splitAbove() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        Dual fromLeft(Samples at) {
            return at.input("v").times(0);
        }

        @Override
        Dual initial(Samples at) {
            Dual gaussian = at.input("v").square().times(-4.5).exp().times(HEIGHT);
            return gaussian.times(bump(at));
        }

        @Override
        Dual initialDensity(Samples at) {
            return bump(at).times(MEAN);
        }

        /** What was there decays or grows by a factor. */
        @Override
        Jet fromInitial(Functions at, Jet positive) {
            Jet bump = at.input("x")
                    .times(2 * Math.PI)
                    .minus(Math.PI / 2)
                    .sin()
                    .plus(1)
                    .times(MEAN);
            return bump.times(at.input("t").times(positive.log()).exp());
        }

        @Override
        double initial(double x, double v) {
            return HEIGHT * Math.exp(-4.5 * v * v) * (1 + Math.sin(2 * Math.PI * x - Math.PI / 2));
        }

        @Override
        HeatSeries limit(double scattering) {
            return HeatSeries.fromBump(1 / (3 * scattering), 2 * MEAN);
        }

        private Dual bump(Samples at) {
            return at.input("x").times(2 * Math.PI).minus(Math.PI / 2).sin().plus(1);
        }
    };

    /** 3 / sqrt(2 pi). */
    private static final double HEIGHT = 1.1968268412042982;

    /** The mean of the Gaussian over [-1, 1], erf(3/sqrt 2) / 2, which the papers round to 1/2. */
    private static final double MEAN = 0.49865010196836990;

    static TransportData of(Samples at) {
        return of(at.word(LinearTransport.DATA));
    }

    static TransportData of(String word) {
        return Choice.of(TransportData.class, word);
    }

    /** A density that has its values at t = 0 whatever a positive function is: it grows from nothing. */
    Jet fromInitial(Functions at, Jet positive) {
        return at.input("t").times(positive);
    }

    /** f at x = 0 where v is positive. */
    abstract Dual fromLeft(Samples at);

    /** f at t = 0. */
    Dual initial(Samples at) {
        return at.input("v").times(0);
    }

    /** The density at t = 0. */
    Dual initialDensity(Samples at) {
        return at.input("x").times(0);
    }

    /** f at t = 0. */
    double initial(double x, double v) {
        return 0;
    }

    /**
     * Above which mean free path what has not collided is split off in the truth: where f jumps at a velocity and collisions do
     * not blur it, and where what comes in is not alike from all directions.
     */
    double splitAbove() {
        return 0.3;
    }

    /** What comes in at the walls: nothing from the right. */
    abstract Inflow inflow();

    /** The slab where the layers at its walls are too thin to be resolved. */
    Slab slab(double knudsen, double scattering) {
        return new Slab(knudsen, scattering, this::initial, inflow().behindLayers());
    }

    /** The density as the Knudsen number vanishes. */
    HeatSeries limit(double scattering) {
        return HeatSeries.ofEmpty(scattering, inflow());
    }
}
