package stiffsweep.reference;

import static stiffsweep.reference.RadauTableau.STAGES;

/**
 * Simplified Newton iteration for the increments of the state at the three stages of a step, with the stopping rule of
 * Hairer and Wanner II, section IV.8, as RADAU5 has it.
 */
final class StageIteration {

    /** How an iteration ended. */
    enum End {
        CONVERGED,
        /** It contracts fast enough: not an end, but what is said of a round that another one follows. */
        CONTRACTS,
        /** It does not contract. */
        DIVERGED,
        /** It contracts, but would need too many rounds: {@link #stepFactor()} says a step for which it would not. */
        SLOW,
        /** A slope is not finite at a stage. */
        NOT_FINITE
    }

    static final int MOST_ROUNDS = 7;

    /** The contraction that the first round is given. */
    private static final double FIRST_CONTRACTION = 0.001;

    private final OdeSystem system;
    private final ErrorScale scale;
    private final double limit;
    private final double[][] increments;
    private final double[][] transformed;
    private final double[][] slopes;
    private final double[][] changes;
    private final double[] stage;

    private int rounds;
    private int slopesAsked;
    private double contraction = FIRST_CONTRACTION;
    private double lastRatio;
    private double expected = 1;
    private double stepFactor = 1;

    StageIteration(OdeSystem system, ErrorScale scale) {
        this.system = system;
        this.scale = scale;
        limit = Math.max(10 * Math.ulp(1.0) / scale.relative(), Math.min(0.03, Math.sqrt(scale.relative())));
        int size = system.dimension();
        increments = new double[STAGES][size];
        transformed = new double[STAGES][size];
        slopes = new double[STAGES][size];
        changes = new double[STAGES][size];
        stage = new double[size];
    }

    /** The increments {@code y(t + c_i h) - y(t)}: where the iteration starts, and where it ended. */
    double[][] increments() {
        return increments;
    }

    int rounds() {
        return rounds;
    }

    int slopesAsked() {
        return slopesAsked;
    }

    /** How much of a change the next one is; small where the Jacobian is still good. */
    double contraction() {
        return contraction;
    }

    double stepFactor() {
        return stepFactor;
    }

    /** Forgets how fast the last iteration converged. */
    void restart() {
        expected = 1;
    }

    /** Iterates from the {@link #increments()} as they are. */
    End run(double time, double[] state, double step, RadauFactors factors) {
        RadauTableau.multiply(RadauTableau.T_INVERSE, increments, transformed);
        expected = Math.pow(Math.max(expected, Math.ulp(1.0)), 0.8);
        contraction = FIRST_CONTRACTION;
        double last = 0;
        for (rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
            slopesAt(time, state, step);
            RadauTableau.multiply(RadauTableau.T_INVERSE, slopes, changes);
            factors.newton(changes, transformed);
            double norm = scale.norm(changes);
            if (!Double.isFinite(norm)) {
                return End.NOT_FINITE;
            }
            End judged = rounds == 1 || rounds == MOST_ROUNDS ? End.CONTRACTS : judge(norm, last);
            if (judged != End.CONTRACTS) {
                return judged;
            }
            last = Math.max(norm, Math.ulp(1.0));
            apply();
            if (expected * norm <= limit) {
                return End.CONVERGED;
            }
        }
        return End.DIVERGED;
    }

    private void slopesAt(double time, double[] state, double step) {
        for (int s = 0; s < STAGES; s++) {
            for (int i = 0; i < stage.length; i++) {
                stage[i] = state[i] + increments[s][i];
            }
            system.rightHandSide(time + RadauTableau.NODES[s] * step, stage, slopes[s]);
            slopesAsked++;
        }
    }

    /** Whether a change that follows another lets the iteration end in time. */
    private End judge(double norm, double last) {
        double ratio = norm / last;
        contraction = rounds == 2 ? ratio : Math.sqrt(ratio * lastRatio);
        lastRatio = ratio;
        if (!(contraction < 0.99)) {
            return End.DIVERGED;
        }
        expected = contraction / (1 - contraction);
        int left = MOST_ROUNDS - 1 - rounds;
        double atTheEnd = expected * norm * Math.pow(contraction, left) / limit;
        if (atTheEnd < 1) {
            return End.CONTRACTS;
        }
        double excess = Math.max(1e-4, Math.min(20, atTheEnd));
        stepFactor = 0.8 * Math.pow(excess, -1.0 / (4 + left));
        return End.SLOW;
    }

    private void apply() {
        for (int s = 0; s < STAGES; s++) {
            for (int i = 0; i < stage.length; i++) {
                transformed[s][i] += changes[s][i];
            }
        }
        RadauTableau.multiply(RadauTableau.T, transformed, increments);
    }
}
