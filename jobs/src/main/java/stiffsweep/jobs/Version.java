package stiffsweep.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code ./sweep --version} says: the version, and the commit where the build knew it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = read("/stiffsweep/jobs/version.properties").getProperty("version");
        String commit = read("/stiffsweep/code-version.properties").getProperty("git.commit.id.abbrev");
        return new String[] {"Stiffsweep " + version + (commit == null ? "" : " (" + commit + ")")};
    }

    /** The properties of a resource; none where the resource is not there. */
    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (@Nullable InputStream in = Version.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + resource + " must be readable", e);
        }
        return properties;
    }
}
