package stiffsweep.reference;

/**
 * The next step from the error of the last: the smaller of the classical proposal and Gustafsson's predictive one, which
 * reckons with how the error has changed (Gustafsson, "Control-theoretic techniques for stepsize selection in implicit
 * Runge-Kutta methods", 1994; Hairer and Wanner II, section IV.8, with the constants of RADAU5).
 */
final class StepControl {

    private static final double SAFETY = 0.9;
    private static final double MOST_GROWTH = 8;
    private static final double MOST_CUT = 5;
    private static final double SMALLEST_LAST_ERROR = 1e-2;

    private double lastStep;
    private double lastError;

    /** The proposal after a step that is not kept. */
    double afterRefused(double step, double error, int rounds) {
        return step / quotient(error, rounds);
    }

    /** The proposal after a step that is kept. */
    double afterKept(double step, double error, int rounds) {
        double quotient = quotient(error, rounds);
        if (lastStep > 0) {
            double predicted = lastStep / step * Math.pow(error * error / lastError, 0.25) / SAFETY;
            quotient = Math.max(quotient, bounded(predicted));
        }
        lastStep = step;
        lastError = Math.max(SMALLEST_LAST_ERROR, error);
        return step / quotient;
    }

    /** The step over the next one: less cautious where Newton's iteration took few rounds. */
    private static double quotient(double error, int rounds) {
        int most = 2 * StageIteration.MOST_ROUNDS;
        double safety = Math.min(SAFETY, SAFETY * (1 + most) / (rounds + most));
        return bounded(Math.pow(error, 0.25) / safety);
    }

    private static double bounded(double quotient) {
        return Math.max(1 / MOST_GROWTH, Math.min(MOST_CUT, quotient));
    }
}
