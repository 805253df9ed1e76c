package stiffsweep.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Parquet files in one folder of a result folder. */
record ParquetFiles(Path folder) {

    static ParquetFiles in(Path results, String name) {
        return new ParquetFiles(results.resolve(name));
    }

    boolean exist() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.parquet")) {
            return files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files as a literal for {@code read_parquet}; the folder's own name is taken as it stands. */
    String glob() {
        return Sql.literal(folder.toString().replaceAll("[\\[*?]", "[$0]") + "/*.parquet");
    }
}
