package stiffsweep.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import stiffsweep.store.ResultFolder;

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

    /** The files as a literal for {@code read_parquet}. */
    String glob() {
        return literal(folder, "/*.parquet");
    }

    /** Any of the files as a literal for {@code read_parquet}. */
    String anyOne() {
        return list().stream().findFirst().map(ParquetFiles::literal).orElseGet(this::glob);
    }

    /** One file as a literal for {@code read_parquet}. */
    static String literal(Path file) {
        return literal(file, "");
    }

    /**
     * A path is taken as it stands, and from the root: DuckDB would put another folder in the place of a tilde.
     *
     * @throws AnalysisException where DuckDB cannot name it
     */
    private static String literal(Path place, String pattern) {
        String path = place.toAbsolutePath().toString();
        if (path.contains("\\")) {
            throw new AnalysisException(
                    "a result folder must have a path without \\, which DuckDB takes for the end of a"
                            + " name, but got " + path + ": rename the folder");
        }
        return Sql.literal(path.replaceAll("[\\[*?]", "[$0]") + pattern);
    }

    /** Each of the files. */
    List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return ResultFolder.files(folder, "*.parquet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
