package stiffsweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps docs/python.md true: each snippet prints what stands below it. One whose packages are not there is skipped, and its
 * name says which they are; STIFFSWEEP_PYTHON names the Python that has them.
 */
class PythonPageTest {

    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|from) ([\\w.]+)");

    /** What the page writes with ./sweep before a snippet reads it. */
    private static final Pattern WRITES_CSV =
            Pattern.compile("\\./sweep sql (\\S+) \\\\?\\s*\"([^\"]+)\" --format csv > (\\S+)");

    private static final Pattern WRITES_MLFLOW = Pattern.compile("\\./sweep export (\\S+) --mlflow (\\S+)");

    @TempDir
    Path folder;

    @BeforeEach
    void layThePagesBeside() throws IOException {
        Files.createSymbolicLink(folder.resolve("docs"), FencedBlock.page("").toRealPath());
    }

    /** So that no page is deleted with the folder. */
    @AfterEach
    void takeThePagesAway() throws IOException {
        Files.delete(folder.resolve("docs"));
    }

    /** Writes what a snippet reads and the page has written with ./sweep before. */
    private void writeWhatItReads(String snippet) throws IOException {
        for (MatchResult csv : typed(WRITES_CSV, snippet)) {
            try (Results results = Results.open(folder.resolve(csv.group(1)))) {
                Files.writeString(
                        folder.resolve(csv.group(3)),
                        results.query(csv.group(2)).asCsv());
            }
        }
        for (MatchResult mlflow : typed(WRITES_MLFLOW, snippet)) {
            try (Results results = Results.open(folder.resolve(mlflow.group(1)))) {
                MlflowStore.write(results, folder.resolve(mlflow.group(2)));
            }
        }
    }

    /** The commands of the page whose last word, a file, a snippet names. */
    private static List<MatchResult> typed(Pattern command, String snippet) throws IOException {
        return command.matcher(Files.readString(FencedBlock.page("python.md")))
                .results()
                .filter(typed -> snippet.contains('"' + typed.group(typed.groupCount()) + '"'))
                .toList();
    }

    @ParameterizedTest(name = "with {0}")
    @MethodSource("snippets")
    void eachSnippetPrintsWhatStandsBelowIt(String packages, String snippet, String printed)
            throws IOException, InterruptedException {
        assumeTrue(
                run("import " + packages).exitCode() == 0,
                () -> "skipped: Python must have " + packages + ", but has not");

        writeWhatItReads(snippet);
        Ended ended = run(snippet);

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).isEqualTo(printed);
    }

    static List<Arguments> snippets() throws IOException {
        List<FencedBlock> blocks = FencedBlock.of(FencedBlock.page("python.md"));
        List<Arguments> snippets = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language().equals("python")) {
                assertThat(blocks.get(i + 1).language()).isEmpty();
                Matcher imports = IMPORT.matcher(blocks.get(i).text());
                snippets.add(Arguments.of(
                        imports.results()
                                .map(found -> found.group(1))
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        blocks.get(i).text(),
                        blocks.get(i + 1).text()));
            }
        }
        return snippets;
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended run(String program) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        String python = System.getenv().getOrDefault("STIFFSWEEP_PYTHON", "python3");
        try {
            int code = new ProcessBuilder(python, "-c", program)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            return new Ended(
                    code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Ended(127, "", String.valueOf(e.getMessage()));
        }
    }
}
