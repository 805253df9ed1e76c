package stiffsweep.analysis;

/** A question that the results cannot answer as it was put; the message says why and what would do. */
public final class AnalysisException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AnalysisException(String message) {
        super(message);
    }

    public AnalysisException(String message, Throwable cause) {
        super(message, cause);
    }
}
