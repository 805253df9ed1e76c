package stiffsweep.problem;

/** A problem that was found but cannot be used; the message says why, and what to do. */
public final class UnusableProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableProblemException(String sentence) {
        super(sentence);
    }

    UnusableProblemException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
