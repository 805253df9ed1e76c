package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.store.Row;
import stiffsweep.store.SolutionColumns;

class LocalFilesTest {

    @TempDir
    Path folder;

    private Path temporary;
    private Path target;
    private FilePublisher files = new LocalFiles(Path.of(""));

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        target = folder.resolve("table.parquet");
        files = new LocalFiles(temporary);
    }

    @Test
    void letsExactlyOneOfManyWritersPublish() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            ParquetTable table = table(i);
            writers.add(() -> files.publish(table, target));
        }
        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Integer> winners = new ArrayList<>();
        try {
            List<Future<Boolean>> published = threads.invokeAll(writers);
            for (int i = 0; i < published.size(); i++) {
                if (published.get(i).get()) {
                    winners.add(i);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(winners).hasSize(1);
        assertThat(Published.column(folder, "value")).containsExactly((double) winners.get(0));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void replacesAFileAsAWhole() throws IOException {
        files.publish(table(1), target);
        files.replace(table(2), target);
        assertThat(Published.column(folder, "value")).containsExactly(2.0);
        assertThat(temporary).isEmptyDirectory();
    }

    private static ParquetTable table(double value) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("trial_id", "0123456789abcdef");
        values.put("field", "y");
        values.put("value", value);
        return ParquetCodec.table("solutions", SolutionColumns.all(), List.of(new Row(values)));
    }
}
