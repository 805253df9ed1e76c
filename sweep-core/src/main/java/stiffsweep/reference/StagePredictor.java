package stiffsweep.reference;

import static stiffsweep.reference.RadauTableau.NODES;
import static stiffsweep.reference.RadauTableau.STAGES;

import java.util.Arrays;

/** First guesses for a step's increments: the last step's collocation polynomial, carried on (Hairer, Wanner II, IV.8). */
final class StagePredictor {

    /** Past this many lengths of the last step its polynomial says nothing. */
    private static final double FARTHEST = 10;

    private final double[][] last;
    private double lastStep;

    StagePredictor(int size) {
        last = new double[STAGES][size];
    }

    /** Remembers the increments of a step that is kept. */
    void remember(double step, double[][] increments) {
        lastStep = step;
        for (int s = 0; s < STAGES; s++) {
            System.arraycopy(increments[s], 0, last[s], 0, last[s].length);
        }
    }

    /** Writes first guesses for the next step. */
    void predict(double step, double[][] increments) {
        for (int s = 0; s < STAGES; s++) {
            if (step > FARTHEST * lastStep) {
                Arrays.fill(increments[s], 0);
            } else {
                extrapolate(1 + NODES[s] * step / lastStep, increments[s]);
            }
        }
    }

    /** The polynomial through 0 at 0 and the increments at the nodes, less its value at 1. */
    private void extrapolate(double place, double[] increment) {
        double[] weights = new double[STAGES];
        for (int s = 0; s < STAGES; s++) {
            weights[s] = place / NODES[s];
            for (int other = 0; other < STAGES; other++) {
                if (other != s) {
                    weights[s] *= (place - NODES[other]) / (NODES[s] - NODES[other]);
                }
            }
        }
        for (int i = 0; i < increment.length; i++) {
            increment[i] = weights[0] * last[0][i] + weights[1] * last[1][i] + (weights[2] - 1) * last[2][i];
        }
    }
}
