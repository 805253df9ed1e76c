package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./sweep} of a clone: when it builds, and what a build takes away. */
class BuildOnFirstUseTest {

    /** Builds a distribution whose command says which build it is of; it fails where a file {@code broken} is. */
    private static final String MAVEN = """
            #!/usr/bin/env bash
            [ "$1" != -v ] || { echo "Apache Maven 3.9.9"; exit; }
            [ ! -e broken ] || exit 1
            dist=jobs/target/dist
            for word in "$@"; do
              case $word in -Ddist=*) dist=${word#-Ddist=} ;; esac
            done
            echo build >> builds
            mkdir -p "$dist/bin"
            printf '#!/usr/bin/env bash\\necho of build %s\\n' "$(wc -l < builds)" > "$dist/bin/sweep"
            chmod +x "$dist/bin/sweep"
            """;

    @TempDir
    private Path clone;

    @BeforeEach
    void makeAClone() throws Exception {
        Files.copy(Path.of("..", "sweep"), clone.resolve("sweep"));
        for (String source : new String[] {"pom.xml", "jobs/pom.xml", "jobs/src/main/java/A.java", "conf/a.conf"}) {
            Path file = clone.resolve(source);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        script("mvn", MAVEN);
        script("java", "#!/usr/bin/env bash\necho 'openjdk version \"17.0.15\"' >&2\n");
        script("javac", "#!/usr/bin/env bash\n");
        assertThat(sweep().out()).isEqualTo("of build 1\n");
    }

    @Test
    void aSweepFileIsNoSource() throws Exception {
        edit("conf/a.conf");
        edit("conf/new.conf");

        assertThat(sweep().out()).isEqualTo("of build 1\n");
    }

    @Test
    void aSourceThatHasChangedIsBuilt() throws Exception {
        edit("jobs/src/main/java/A.java");

        assertThat(sweep().out()).isEqualTo("of build 2\n");
    }

    @Test
    void aBuildThatFailsTakesNothingAwayFromSweepsThatRun() throws Exception {
        edit("jobs/src/main/java/A.java");
        Files.createFile(clone.resolve("broken"));

        Ended failed = sweep();

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("the build failed");
        assertThat(clone.resolve("jobs/target/dist/bin/sweep")).content().contains("of build 1");
        assertThat(clone.resolve("jobs/target")).isDirectoryNotContaining("glob:**/dist-*");
    }

    /** Changes a file after any build so far. */
    private void edit(String name) throws IOException {
        Path file = Files.writeString(clone.resolve(name), "changed");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private void script(String name, String text) throws IOException {
        Path bin = Files.createDirectories(clone.resolve("bin"));
        Path file = Files.writeString(bin.resolve(name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended sweep() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", clone.resolve("sweep").toString());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", clone.resolve("bin") + ":" + System.getenv("PATH"));
        return Ended.afterProcess(builder, clone);
    }
}
