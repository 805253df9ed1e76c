package stiffsweep.spark;

/** This machine, or Spark on it, cannot train at all. No trial has been begun. */
public final class UnusableMachineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableMachineException(String sentence) {
        super(sentence);
    }

    UnusableMachineException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
