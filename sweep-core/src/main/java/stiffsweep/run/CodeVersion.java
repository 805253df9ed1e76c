package stiffsweep.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this code. */
public final class CodeVersion {

    private static final String UNKNOWN = "unknown";

    private static final String DIRTY = "-dirty";

    private CodeVersion() {}

    /** The commit that this code was built from, with "-dirty" where the tree had changes; "unknown" without one. */
    public static String commit() {
        Properties properties = properties();
        String commit = properties.getProperty("git.commit.id.abbrev", UNKNOWN);
        return properties.getProperty("git.dirty", "false").equals("true") ? commit + DIRTY : commit;
    }

    /** Whether the commit names this code: it was built from one, without changes. */
    public static boolean isExact() {
        return !commit().equals(UNKNOWN) && !commit().endsWith(DIRTY);
    }

    /** The project's version, such as 0.1.0. */
    public static String release() {
        return properties().getProperty("git.build.version", UNKNOWN);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream stream = CodeVersion.class.getResourceAsStream("/stiffsweep/code-version.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the code version must be readable from the class path", e);
        }
        return properties;
    }
}
