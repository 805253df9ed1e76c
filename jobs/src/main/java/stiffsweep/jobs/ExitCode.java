package stiffsweep.jobs;

/** How the command ends, as the shell sees it. */
final class ExitCode {

    /** All as asked. */
    static final int OK = 0;

    /** An error of the machine or of this code: what was finished before is kept. */
    static final int INTERNAL_ERROR = 1;

    /** Wrong usage or an invalid configuration: nothing ran. */
    static final int INVALID = 2;

    /** The sweep is finished, and some trials failed, as many as are tolerated. */
    static final int SOME_FAILED = 3;

    /** More trials failed than are tolerated, or the first one ended the run. */
    static final int TOO_MANY_FAILED = 4;

    /** A trial that was run again gave other numbers. */
    static final int DIFFERENT = 5;

    /** The folder holds another sweep, is of another version or in use: refused, nothing touched. */
    static final int REFUSED = 6;

    /** An exponent is not the expected one: its interval does not hold it. */
    static final int UNEXPECTED = 7;

    /** Interrupted by INT, TERM or HUP: the same command continues. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
