package stiffsweep.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stiffsweep.store.Row;

/** Reads what a run has published. */
public final class Published {

    private Published() {}

    /** Every row of every Parquet file in a folder. */
    public static List<Row> rows(Path folder) {
        return files(folder).stream()
                .flatMap(file -> table(file).rows().stream())
                .map(ParquetCodec::row)
                .toList();
    }

    /** The values of a column in every row of a folder. */
    public static List<Object> column(Path folder, String column) {
        return rows(folder).stream().map(row -> row.values().get(column)).toList();
    }

    /** The Parquet files of a folder, by name. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParquetTable table(Path file) {
        try {
            return ParquetTable.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
