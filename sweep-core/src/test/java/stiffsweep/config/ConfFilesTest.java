package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import stiffsweep.problem.Problems;

/** A sweep file that comes with the project but is refused would be the first thing that a newcomer sees. */
class ConfFilesTest {

    @TestFactory
    List<DynamicTest> everyFileUnderConfIsASweep() throws IOException {
        Path conf = Path.of("..", "conf");
        if (!Files.isDirectory(conf)) {
            return List.of();
        }
        SweepReader reader = new SweepReader(Problems.declarations());
        try (Stream<Path> files = Files.walk(conf)) {
            return files.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.toString(),
                            () -> assertThat(
                                            reader.read(file, List.of()).sweep().trials())
                                    .isNotEmpty()))
                    .toList();
        }
    }
}
