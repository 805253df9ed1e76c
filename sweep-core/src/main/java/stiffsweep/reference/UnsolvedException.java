package stiffsweep.reference;

/** A system of equations that a solver could not carry to its last output time. */
public final class UnsolvedException extends RuntimeException {

    /** What stood in the way. */
    public enum Reason {
        /** The solve needs more steps than it may take. */
        STEP_BUDGET,
        /** The steps that the error or the iteration asks for are too small to move the time. */
        STEP_SIZE,
        /** A slope or a Jacobian is not a number, or is infinite. */
        NOT_FINITE
    }

    private final Reason reason;
    private final double time;

    private UnsolvedException(Reason reason, double time, String message) {
        super(message);
        this.reason = reason;
        this.time = time;
    }

    static UnsolvedException stepBudget(int mostSteps, double time) {
        return new UnsolvedException(
                Reason.STEP_BUDGET,
                time,
                "t = " + time + ": a solve must end within " + mostSteps
                        + " steps, but got no farther: loosen the tolerances, allow more steps, or take Radau IIA where the"
                        + " system is stiff");
    }

    static UnsolvedException stepSize(double time, String got) {
        return new UnsolvedException(
                Reason.STEP_SIZE,
                time,
                "t = " + time + ": a step must move the time, but " + got
                        + ": the solution may end there; if not, check the Jacobian or loosen the tolerances");
    }

    static UnsolvedException slopeNotFinite(double time) {
        return new UnsolvedException(
                Reason.NOT_FINITE,
                time,
                "t = " + time + ": the right-hand side must be finite at the"
                        + " solution and near it, but got a slope that is not: check the equation and its parameters");
    }

    static UnsolvedException jacobianNotFinite(double time) {
        return new UnsolvedException(
                Reason.NOT_FINITE,
                time,
                "t = " + time + ": the Jacobian must be finite at the"
                        + " solution, but got an entry that is not: check the equation and its parameters");
    }

    /** What stood in the way. */
    public Reason reason() {
        return reason;
    }

    /** The last time that was reached. */
    public double time() {
        return time;
    }
}
