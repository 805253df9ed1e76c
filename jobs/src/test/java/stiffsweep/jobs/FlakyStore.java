package stiffsweep.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Hadoop file system in a jar of its own, over the disk of this machine: of three tenths of all Parquet files, chosen by
 * their names, the first renaming fails. Half of these have been renamed nevertheless. Each failure leaves a file in the
 * folder {@code failures} beside the tables.
 */
final class FlakyStore {

    /** What a URI of it begins with. */
    static final String SCHEME = "flaky";

    /** The setting that makes it known to Hadoop, as spark-submit takes it. */
    static final String SETTING = "spark.hadoop.fs.AbstractFileSystem." + SCHEME + ".impl=own.Flaky";

    private static final String BOUND = """
            package own;

            import java.io.IOException;
            import java.net.URI;
            import java.net.URISyntaxException;
            import org.apache.hadoop.conf.Configuration;
            import org.apache.hadoop.fs.DelegateToFileSystem;

            public final class Flaky extends DelegateToFileSystem {

                public Flaky(URI root, Configuration settings) throws IOException, URISyntaxException {
                    super(root, new FlakyDisk(), settings, "flaky", false);
                }
            }
            """;

    private static final String DISK = """
            package own;

            import java.io.File;
            import java.io.IOException;
            import java.net.URI;
            import java.util.SplittableRandom;
            import org.apache.hadoop.fs.Path;
            import org.apache.hadoop.fs.RawLocalFileSystem;

            final class FlakyDisk extends RawLocalFileSystem {

                @Override
                public URI getUri() {
                    return URI.create("flaky:///");
                }

                @Override
                public boolean rename(Path source, Path target) throws IOException {
                    double fate = fate(target);
                    failIf(fate < 0.15, target);
                    boolean isDone = super.rename(source, target);
                    failIf(fate < 0.3, target);
                    return isDone;
                }

                private double fate(Path target) {
                    boolean isTable = target.getName().endsWith(".parquet");
                    return isTable && !note(target).exists() ? new SplittableRandom(name(target).hashCode()).nextDouble() : 1;
                }

                private void failIf(boolean isFated, Path target) throws IOException {
                    if (isFated) {
                        File note = note(target);
                        note.getParentFile().mkdirs();
                        note.createNewFile();
                        throw new IOException("the disk does not answer");
                    }
                }

                private File note(Path target) {
                    return pathToFile(new Path(target.getParent().getParent(), "failures/" + name(target)));
                }

                private static String name(Path target) {
                    return target.getParent().getName() + "-" + target.getName();
                }
            }
            """;

    private FlakyStore() {}

    /** Makes the jar in a folder. */
    static Path jar(Path folder) throws IOException {
        return OwnJar.of(Map.of("Flaky", BOUND, "FlakyDisk", DISK), List.of(), folder.resolve("flaky.jar"));
    }
}
