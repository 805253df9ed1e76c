package stiffsweep.method;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.DescentSettings;
import stiffsweep.result.Outcome.StoppedBy;

/**
 * The damping of one trial, adapted by the ratio of the decrease of {@code |r|^2} to the predicted one (H. B. Nielsen,
 * Damping parameter in Marquardt's method, 1999).
 */
final class DampedTrial implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double SLOWEST_GROWTH = 2;

    /** Far below what rounding leaves of any matrix, and far from zero, from where no growth leads back. */
    private static final double SMALLEST_DAMPING = 1e-100;

    /** Of the step's length; the value that its authors advise. */
    private static final double LARGEST_ACCELERATION = 0.75;

    private final double initial;
    private final double smallestGradient;
    private final double smallestStep;
    private double damping = Double.NaN;
    private double growth = SLOWEST_GROWTH;
    private transient DampedSystem.@Nullable Factors factors;
    private double predicted;
    private double step;
    private @Nullable StoppedBy stopped;

    /** @param settings the trial's settings: the initial damping, and when to stop */
    DampedTrial(DescentSettings settings) {
        initial = settings.levenbergMarquardt().damping();
        smallestGradient = settings.stopGradientBelow();
        smallestStep = settings.stopStepBelow();
    }

    private DampedTrial(DampedTrial other) {
        initial = other.initial;
        smallestGradient = other.smallestGradient;
        smallestStep = other.smallestStep;
        damping = other.damping;
        growth = other.growth;
        predicted = other.predicted;
        step = other.step;
        stopped = other.stopped;
    }

    DampedTrial copy() {
        return new DampedTrial(this);
    }

    /** Solves the system with the present damping, or the next one that lets it be solved. */
    double[] solve(DampedSystem system) {
        factors = null;
        begin(system.gradientLength(), system.largestDiagonal());
        while (isGoing()) {
            DampedSystem.Factors found = system.factorised(damping);
            if (found != null) {
                factors = found;
                double[] solution = found.solve();
                solved(found.predictedDecrease(solution), found.stepLength(solution));
                return solution;
            }
            grow();
        }
        return new double[system.size()];
    }

    /** Whether its first damping is still to be found. */
    boolean isNew() {
        return Double.isNaN(damping);
    }

    /**
     * Begins a step.
     *
     * @param gradient the length of {@code J^T r}
     * @param scale the size of the undamped system, of which the first damping is a part
     */
    void begin(double gradient, double scale) {
        predicted = 0;
        step = 0;
        if (isNew()) {
            damping = initial * scale;
        }
        // The gradient of |r|^2 is 2 J^T r.
        if (2 * gradient < smallestGradient) {
            stopped = StoppedBy.GRADIENT;
        }
    }

    /** Whether there is a step to be solved for. */
    boolean isGoing() {
        return stopped == null && Double.isFinite(damping);
    }

    double damping() {
        return damping;
    }

    /**
     * Takes note of a step.
     *
     * @param decrease by how much {@code |r|^2} would fall if the residuals were linear
     * @param length the step's length
     */
    void solved(double decrease, double length) {
        predicted = decrease;
        step = length;
    }

    /** Whether half of an acceleration is small enough beside the step to be trusted; not where it is not a number. */
    boolean trusts(double acceleration) {
        return acceleration <= LARGEST_ACCELERATION * step;
    }

    /**
     * Half of the acceleration that belongs to the step that was solved for last; zero where it is too large to be
     * trusted.
     *
     * @param right the right-hand side for the residuals' second derivative along the step
     */
    double[] accelerate(double[] right) {
        DampedSystem.Factors found = factors;
        if (found != null) {
            double[] solution = found.solve(right);
            if (trusts(found.stepLength(solution, right))) {
                Arrays.setAll(solution, i -> solution[i] / 2);
                return solution;
            }
        }
        return new double[right.length];
    }

    /**
     * Judges the step that was solved for last and adapts the damping.
     *
     * @param before the sum of squares before the step
     * @param after the sum of squares after it
     * @param size the length of the trial's parameters
     * @return whether the step is taken
     */
    boolean judge(double before, double after, double size) {
        if (stopped != null) {
            return false;
        }
        if (step <= smallestStep * (size + smallestStep)) {
            stopped = StoppedBy.STEP;
        }
        // False where the sum after the step is not a number.
        if (!(after < before)) {
            grow();
            return false;
        }
        double ratio = (before - after) / predicted;
        damping = Math.max(SMALLEST_DAMPING, damping * Math.max(1 / 3.0, 1 - StrictMath.pow(2 * ratio - 1, 3)));
        growth = SLOWEST_GROWTH;
        return true;
    }

    private void grow() {
        damping *= growth;
        growth *= SLOWEST_GROWTH;
    }

    @Nullable
    StoppedBy stopped() {
        return stopped;
    }
}
