package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.declare.ExampleProblems;

/** A sweep file means the same from wherever it is named. */
class IncludesTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include \"base.conf\"",
                "include \"base\"",
                "include required(\"base.conf\")",
                "include file(\"base.conf\")",
                "include required(file(\"base.conf\"))",
                "include \"deep/../base.conf\"",
                "training { include \"../sweeps/epochs.conf\" }",
                "include \"deep/inner.conf\"",
            })
    void whatIsIncludedIsFoundFromEveryName(String include) throws IOException {
        Path sweeps = Files.createDirectories(folder.resolve("sweeps"));
        Files.createDirectories(sweeps.resolve("deep"));
        Files.writeString(sweeps.resolve("base.conf"), "training.epochs = 9\n");
        Files.writeString(sweeps.resolve("epochs.conf"), "epochs = 9\n");
        Files.writeString(sweeps.resolve("deep").resolve("inner.conf"), "include \"../base.conf\"\n");
        Path file = Files.writeString(sweeps.resolve("a.conf"), "name = a\n" + include + "\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.conf"), Path.of("sweeps", "a.conf"));
        Path folderLink = Files.createSymbolicLink(folder.resolve("linked"), sweeps);

        for (Path named : List.of(file, HERE.relativize(file), link, folderLink.resolve("a.conf"))) {
            assertThat(epochs(named)).as("%s", named).isEqualTo(9L);
        }
    }

    /** A test cannot change the folder it runs in, so the file is put there. */
    @Test
    void whatIsIncludedIsFoundWhereTheFileIsNamedWithoutAFolder() throws IOException {
        Path base = Files.createTempFile(HERE, "base", ".conf");
        Path file = Files.createTempFile(HERE, "a", ".conf");
        try {
            Files.writeString(base, "training.epochs = 9\n");
            Files.writeString(file, "name = a\ninclude \"" + base.getFileName() + "\"\n");

            assertThat(epochs(HERE.relativize(file))).isEqualTo(9L);
            assertThat(epochs(Path.of(".").resolve(HERE.relativize(file)))).isEqualTo(9L);
        } finally {
            Files.delete(base);
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include \"none.conf\"",
                "include required(\"none.conf\")",
                "include file(\"none.conf\")",
                "include required(file(\"none.conf\"))",
                "include classpath(\"none.conf\")",
                "include required(classpath(\"none.conf\"))",
                "include url(\"file:/none.conf\")",
                "include required(url(\"file:/none.conf\"))",
                "include \"file:/none.conf\"",
            })
    void whatIsMissingIsRefusedInEveryForm(String include) throws IOException {
        Path file = Files.writeString(folder.resolve("a.conf"), "name = a\n\n" + include + "\n");

        assertThat(faults(file))
                .singleElement()
                .asString()
                .startsWith(file + ":3: syntax: a sweep must be readable HOCON, but got an include of")
                .contains("none.conf\", which ");
    }

    @Test
    void whatIsMissingInAnIncludedFileIsRefusedThere() throws IOException {
        Path base = Files.writeString(folder.resolve("base.conf"), "\ninclude file(\"none.conf\")\n");
        Path file = Files.writeString(folder.resolve("a.conf"), "name = a\ninclude \"base.conf\"\n");

        assertThat(faults(file)).singleElement().asString().startsWith(base + ":2: ");
    }

    @Test
    void aFileThatIncludesItselfIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.conf"), "name = a\ninclude \"a.conf\"\n");

        assertThat(faults(file)).singleElement().asString().contains(":2: ", "includes itself");
    }

    @Test
    void aFileThatIncludesItselfByItsUrlIsRefused() throws IOException {
        Path file = folder.resolve("a.conf");
        Files.writeString(file, "name = a\ninclude url(\"" + file.toUri().toURL() + "\")\n");

        assertThat(faults(file)).singleElement().asString().contains(":2: ", "includes itself");
    }

    @Test
    void aFolderIsNoSweepFile() {
        assertThat(faults(folder)).containsExactly(folder + ": file: a sweep file must exist, but got a folder");
    }

    @Test
    void aSweepFileMayComeThroughAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder("sh", "-c", "echo 'name = a, training.epochs = 9' > " + pipe).start();

        assertThat(epochs(pipe)).isEqualTo(9L);
        assertThat(writer.waitFor()).isZero();
    }

    private static Object epochs(Path file) {
        return new SweepReader(ExampleProblems.all())
                .read(file, List.of())
                .sweep()
                .points()
                .get(0)
                .value("training.epochs");
    }

    private static List<String> faults(Path file) {
        return catchThrowableOfType(
                        InvalidSweepException.class, () -> new SweepReader(ExampleProblems.all()).read(file, List.of()))
                .faults();
    }
}
