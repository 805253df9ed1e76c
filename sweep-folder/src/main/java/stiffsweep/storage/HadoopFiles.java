package stiffsweep.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files below a folder of a Hadoop file system, by names such as {@code trials/s-1.parquet}. Complete files are put in
 * their place by renaming, which is one step on HDFS; on an object store it is as safe as that makes it.
 */
final class HadoopFiles {

    private static final String DRAFTS = "tmp";
    /** How settings of Hadoop begin that Spark passes on: spark-submit makes them system properties. */
    private static final String OF_SPARK = "spark.hadoop.";

    private final FileContext store;
    private final Path root;

    private HadoopFiles(FileContext store, Path root) {
        this.store = store;
        this.root = root;
    }

    /**
     * The files of a folder, with the settings of Hadoop's files on the class path and those of Spark that begin with
     * {@code spark.hadoop.}.
     *
     * @throws IOException if there is no such file system
     */
    static HadoopFiles at(Path root) throws IOException {
        Configuration settings = new Configuration();
        for (String key : System.getProperties().stringPropertyNames()) {
            if (key.startsWith(OF_SPARK)) {
                settings.set(key.substring(OF_SPARK.length()), System.getProperty(key));
            }
        }
        try {
            return new HadoopFiles(FileContext.getFileContext(root.toUri(), settings), root);
        } catch (RuntimeException e) {
            String law = String.valueOf(e.getMessage()).contains("Invalid UID")
                    ? "the machine must know the user of this process by name, add the number to /etc/passwd"
                    : "the file system must be known and its jars on the class path";
            throw new IOException(root + ": " + law + ", but got " + e, e);
        }
    }

    /** Where they are. */
    Path root() {
        return root;
    }

    /**
     * Puts a copy of a file under a name that may be taken.
     *
     * @return whether it is there now; false where another was first, which then stays
     */
    boolean publish(java.nio.file.Path source, String name) throws IOException {
        Path draft = draft(source);
        try {
            store.rename(draft, inItsFolder(name), Rename.NONE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            drop(draft);
        }
    }

    /** Puts a copy of a file in the place of whatever has its name. */
    void replace(java.nio.file.Path source, String name) throws IOException {
        Path draft = draft(source);
        try {
            store.rename(draft, inItsFolder(name), Rename.OVERWRITE);
        } finally {
            drop(draft);
        }
    }

    /** Deletes a file or a folder, if it is there. */
    void delete(String name) throws IOException {
        drop(path(name));
    }

    /** Deletes the drafts that a run has left which was cut off. */
    void deleteDrafts() throws IOException {
        delete(DRAFTS);
    }

    /** Makes a file with a text where none has the name; false where one has. */
    boolean create(String name, String text) throws IOException {
        try {
            write(name, text, EnumSet.of(CreateFlag.CREATE));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Makes a file with a text, or gives it another one; it is there all the time. */
    void overwrite(String name, String text) throws IOException {
        write(name, text, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE));
    }

    private void write(String name, String text, EnumSet<CreateFlag> flags) throws IOException {
        try (OutputStream out = store.create(path(name), flags, CreateOpts.createParent())) {
            out.write(text.getBytes(UTF_8));
        }
    }

    String text(String name) throws IOException {
        try (InputStream in = store.open(path(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    FileStatus status(String name) throws IOException {
        return store.getFileStatus(path(name));
    }

    /** What is in a folder, itself no folder; nothing where it is missing. */
    List<FileStatus> files(String folder) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        try {
            RemoteIterator<FileStatus> entries = store.listStatus(path(folder));
            while (entries.hasNext()) {
                FileStatus entry = entries.next();
                if (entry.isFile()) {
                    files.add(entry);
                }
            }
            return files;
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** Copies a file to this machine. */
    void copy(FileStatus file, java.nio.file.Path target) throws IOException {
        try (InputStream in = store.open(file.getPath())) {
            Files.copy(in, target);
        }
    }

    private Path draft(java.nio.file.Path source) throws IOException {
        Path draft = path(DRAFTS + "/" + UUID.randomUUID());
        try (OutputStream out = store.create(draft, EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent())) {
            Files.copy(source, out);
        }
        return draft;
    }

    private void drop(Path path) throws IOException {
        try {
            store.delete(path, true);
        } catch (FileNotFoundException e) {
            // It is gone, as it should be.
        }
    }

    private Path inItsFolder(String name) throws IOException {
        Path path = path(name);
        store.mkdir(path.getParent(), FileContext.DIR_DEFAULT_PERM, true);
        return path;
    }

    private Path path(String name) {
        return new Path(root, name);
    }
}
