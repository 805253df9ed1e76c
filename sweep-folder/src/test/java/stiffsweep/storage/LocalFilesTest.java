package stiffsweep.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

    @TempDir
    Path folder;

    private Path temporary;
    private Path target;
    private FilePublisher files = new LocalFiles(Path.of(""));

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        target = folder.resolve("file");
        files = new LocalFiles(temporary);
    }

    @Test
    void letsExactlyOneOfManyWritersPublish() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            FilePublisher.Content content = content(i);
            writers.add(() -> files.publish(content, target));
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
        assertThat(target).hasContent("content " + winners.get(0));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void replacesAFileAsAWhole() throws IOException {
        files.publish(content(1), target);
        files.replace(content(2), target);
        assertThat(target).hasContent("content 2");
        assertThat(temporary).isEmptyDirectory();
    }

    private static FilePublisher.Content content(int number) {
        return draft -> Files.writeString(draft, "content " + number);
    }
}
