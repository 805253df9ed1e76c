package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bin/sweep} of the distribution: what a machine lacks, Java gets from it. */
class LauncherTest {

    private static final Path DIST = Path.of("target", "dist").toAbsolutePath();

    /** Java with the class path of this process in the place of the jars, which are not there yet; folders stay. */
    private static final String JAVA_OF_THE_TEST = """
            #!/usr/bin/env bash
            words=()
            while [ $# -gt 0 ]; do
              case $1 in
                -cp) words+=(-cp "${2%%:*}:$TEST_CLASSES"); shift 2 ;;
                *) words+=("$1"); shift ;;
              esac
            done
            exec "$TEST_JAVA" "${words[@]}"
            """;

    private static final String PRINTS_ITS_ARGUMENTS = """
            #!/usr/bin/env bash
            echo "SPARK_USER=$SPARK_USER"
            printf '%s\\n' "$@"
            """;

    @TempDir
    private Path folder;

    private Path javaHome = Path.of("");

    @BeforeEach
    void makeAJavaHome() throws IOException {
        javaHome = folder.resolve("java-home");
        Files.createDirectories(javaHome.resolve("bin"));
    }

    @Test
    void pathsMayHaveAnyLettersWhereTheLocaleHasNone() throws Exception {
        script("java", JAVA_OF_THE_TEST);
        Path home = Files.createDirectories(folder.resolve("größe"));
        Path file = Files.writeString(home.resolve("ψ.conf"), "name = letters\n");

        Ended plan = launched(Map.of("LC_ALL", "C"), "plan", file.toString(), "--out", home.resolve("w²") + "");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains(home.resolve("w²").toString());
    }

    @Test
    void aUserWhomTheMachineDoesNotKnowHasANameAndAHome() throws Exception {
        script("java", PRINTS_ITS_ARGUMENTS);
        script("id", "#!/usr/bin/env bash\n[ \"$1\" = -u ] && echo 54321\n");
        String commands = javaHome.resolve("bin") + ":" + System.getenv("PATH");

        Ended stranger = launched(Map.of("PATH", commands, "HOME", "/no/such/home", "TMPDIR", folder.toString()));

        assertThat(stranger.out().lines())
                .contains("SPARK_USER=user-54321", "-Duser.name=user-54321")
                .contains("-Duser.home=" + folder.resolve("stiffsweep-54321"));
    }

    @Test
    void aUserWhomTheMachineKnowsKeepsNameAndHome() throws Exception {
        script("java", PRINTS_ITS_ARGUMENTS);

        assertThat(launched(Map.of()).out()).doesNotContain("-Duser.");
    }

    /** Training needs the second compiler, and answers are over before it has paid. */
    @Test
    void onlyVerbsThatAreSoonOverGoWithoutTheSecondCompiler() throws Exception {
        script("java", PRINTS_ITS_ARGUMENTS);

        assertThat(launched(Map.of(), "fit", "DIR").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(launched(Map.of(), "run", "FILE").out()).doesNotContain("-XX:TieredStopAtLevel");
    }

    @Test
    void aRunSaysNothingAboutTheLogOfALibrary() throws Exception {
        script("java", JAVA_OF_THE_TEST);
        Path file = Files.writeString(folder.resolve("short.conf"), "name = short\ntraining.epochs = 5\n");

        Ended run =
                launched(Map.of(), "run", file.toString(), "--master", "local[1]", "--out", folder.resolve("r") + "");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("1/1 trials").doesNotContain("log4j", "WARN");
    }

    @Test
    void aPlaceThatNoListOfJavaCanNameIsRefused() throws Exception {
        Path place = Files.createDirectories(folder.resolve("a:b").resolve("bin"));
        Path moved = Files.copy(DIST.resolve("bin").resolve("sweep"), place.resolve("sweep"));

        Ended refused = Ended.afterProcess(new ProcessBuilder("bash", moved.toString()), folder);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("a folder without ':'", folder.resolve("a:b").toString());
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(javaHome.resolve("bin").resolve(name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended launched(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", DIST.resolve("bin").resolve("sweep").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment()
                .put(
                        "TEST_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("TEST_CLASSES", System.getProperty("java.class.path"));
        builder.environment().putAll(environment);
        return Ended.afterProcess(builder, folder);
    }
}
