package stiffsweep.tensor;

/** The engine does not start on this machine: no trial can be trained here. */
public final class UnusableEngineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableEngineException(Throwable cause) {
        super(
                "the engine must be able to unpack and load its libraries, some 500 MB, in " + cache() + ", but got "
                        + innermost(cause)
                        + ": set the environment variable DJL_CACHE_DIR to a folder that can be written,"
                        + " has room and allows programs to run (no mount option noexec), and java.io.tmpdir to another"
                        + " (JDK_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER) if it is that one",
                cause);
    }

    private static String cache() {
        String given = System.getenv("DJL_CACHE_DIR");
        return given == null ? System.getProperty("user.home") + "/.djl.ai (DJL_CACHE_DIR is not set)" : given;
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
