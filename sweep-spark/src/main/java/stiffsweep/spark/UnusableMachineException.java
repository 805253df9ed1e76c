package stiffsweep.spark;

/** This machine, or Spark on it, cannot train: from the start, or no longer. */
public final class UnusableMachineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableMachineException(String sentence) {
        super(sentence);
    }

    UnusableMachineException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
