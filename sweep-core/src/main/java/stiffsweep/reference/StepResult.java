package stiffsweep.reference;

/** What came of a step that was tried. */
sealed interface StepResult {

    /** The step to be tried next, unless an output time is nearer. */
    double next();

    /** The state has moved. */
    record Kept(double next) implements StepResult {}

    /**
     * The state is where it was.
     *
     * @param slopesWereFinite of the last iteration that was begun: a singular matrix lets none begin
     */
    record Refused(double next, boolean slopesWereFinite) implements StepResult {}
}
