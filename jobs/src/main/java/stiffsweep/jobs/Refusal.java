package stiffsweep.jobs;

/** The end of a verb that could not do as asked, for a reason the user can act on. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Refusal(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** What was asked is not valid: nothing ran. */
    static Refusal invalid(String sentence) {
        return new Refusal(ExitCode.INVALID, sentence);
    }

    /** The result folder belongs to something else: nothing was touched. */
    static Refusal ofFolder(String sentence) {
        return new Refusal(ExitCode.REFUSED, sentence);
    }

    /** This machine cannot do what was asked. */
    static Refusal ofMachine(String sentence) {
        return new Refusal(ExitCode.INTERNAL_ERROR, sentence);
    }

    int exitCode() {
        return exitCode;
    }
}
