package stiffsweep.reference;

import java.util.function.ToDoubleBiFunction;

/** Equations to test with: the published stiff problems, each with its analytic Jacobian where that is short. */
enum StiffProblem implements OdeSystem {

    /** H. H. Robertson's chemical kinetics (1966). */
    ROBERTSON(3) {
        @Override
        public void rightHandSide(double time, double[] y, double[] slope) {
            slope[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
            slope[2] = 3e7 * y[1] * y[1];
            slope[1] = -slope[0] - slope[2];
        }

        @Override
        public void jacobian(double time, double[] y, BandMatrix jacobian) {
            jacobian.put(0, 0, -0.04);
            jacobian.put(0, 1, 1e4 * y[2]);
            jacobian.put(0, 2, 1e4 * y[1]);
            jacobian.put(1, 0, 0.04);
            jacobian.put(1, 1, -1e4 * y[2] - 6e7 * y[1]);
            jacobian.put(1, 2, -1e4 * y[1]);
            jacobian.put(2, 1, 6e7 * y[1]);
        }
    },

    /** High irradiance responses of photomorphogenesis (E. Schaefer, 1975), by differences. */
    HIRES(8) {
        @Override
        public void rightHandSide(double time, double[] y, double[] slope) {
            double reaction = 280 * y[5] * y[7];
            slope[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
            slope[1] = 1.71 * y[0] - 8.75 * y[1];
            slope[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
            slope[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
            slope[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
            slope[5] = -reaction + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
            slope[6] = reaction - 1.81 * y[6];
            slope[7] = -slope[6];
        }
    },

    /** Van der Pol's oscillator, time scaled by its parameter: epsilon 1e-6. */
    VAN_DER_POL(2) {
        @Override
        public void rightHandSide(double time, double[] y, double[] slope) {
            slope[0] = y[1];
            slope[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) * 1e6;
        }

        @Override
        public void jacobian(double time, double[] y, BandMatrix jacobian) {
            jacobian.put(0, 1, 1);
            jacobian.put(1, 0, (-2 * y[0] * y[1] - 1) * 1e6);
            jacobian.put(1, 1, (1 - y[0] * y[0]) * 1e6);
        }
    },

    /** Field and Noyes' model of the Belousov-Zhabotinskii reaction (1974), by differences. */
    OREGONATOR(3) {
        @Override
        public void rightHandSide(double time, double[] y, double[] slope) {
            slope[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
            slope[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
            slope[2] = 0.161 * (y[0] - y[2]);
        }
    };

    private final int dimension;

    StiffProblem(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    /** A single equation with its Jacobian. */
    static OdeSystem scalar(ToDoubleBiFunction<Double, Double> slopeAt, ToDoubleBiFunction<Double, Double> jacobianAt) {
        return new OdeSystem() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void rightHandSide(double time, double[] state, double[] slope) {
                slope[0] = slopeAt.applyAsDouble(time, state[0]);
            }

            @Override
            public void jacobian(double time, double[] state, BandMatrix jacobian) {
                jacobian.put(0, 0, jacobianAt.applyAsDouble(time, state[0]));
            }
        };
    }
}
