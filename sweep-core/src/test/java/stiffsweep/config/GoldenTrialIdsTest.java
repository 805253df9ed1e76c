package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stiffsweep.problem.Problems;
import stiffsweep.sweep.ContentHash;
import stiffsweep.sweep.Trial;

/**
 * A trial's id is for ever: code that changes one would train every finished sweep anew. The golden file has a line for each
 * sweep under {@code conf/}: the file, how many trials, the first id, and a hash over all ids in their order. A line changes
 * only with its file.
 */
class GoldenTrialIdsTest {

    @Test
    void everySweepUnderConfHasTheIdsThatItAlwaysHad() throws IOException {
        Path conf = Path.of("..", "conf");
        assumeThat(conf).isDirectory();
        SweepReader reader = new SweepReader(Problems.declarations());
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(conf)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .toList()) {
                lines.add(line(
                        conf.relativize(file).toString(),
                        reader.read(file, List.of()).sweep().trials()));
            }
        }

        assertThat(lines).containsExactlyElementsOf(golden());
    }

    private static String line(String file, List<Trial> trials) {
        String ids = trials.stream().map(trial -> trial.id().hex()).collect(Collectors.joining("\n"));
        return String.join(
                " ", file, Integer.toString(trials.size()), trials.get(0).id().hex(), ContentHash.hex(ids, 16));
    }

    private static List<String> golden() throws IOException {
        try (InputStream stream = GoldenTrialIdsTest.class.getResourceAsStream("trial-ids.txt")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
