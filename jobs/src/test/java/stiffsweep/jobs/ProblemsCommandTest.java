package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.config.SweepReader;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Problems;

class ProblemsCommandTest {

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsPrintedOfAProblemIsASweepFileOfItsDefaults(String problem, @TempDir Path folder) throws IOException {
        String printed = Ended.after("problems").out();
        int from = printed.indexOf("problem.kind = " + problem);
        assertThat(from).isNotNegative();
        int to = printed.indexOf("problem.kind = ", from + 1);
        String lines = printed.substring(from, to < 0 ? printed.length() : to);

        Settings written = onlyPoint(folder, lines);
        Settings defaults = onlyPoint(folder, "problem.kind = " + problem);

        assertThat(lines).contains("loss.weights.", "points.", "Source: ", "Fields of the solution: ");
        assertThat(written).isEqualTo(defaults);
    }

    static List<String> problems() {
        return Problems.declarations().stream().map(ProblemDeclaration::name).toList();
    }

    private static Settings onlyPoint(Path folder, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("problem.conf"), "name = problem\n" + text);
        return new SweepReader(Problems.declarations())
                .read(file, List.of())
                .sweep()
                .points()
                .get(0);
    }
}
