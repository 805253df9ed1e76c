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

    UnsolvedException(Reason reason, double time, String message) {
        super(message);
        this.reason = reason;
        this.time = time;
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
