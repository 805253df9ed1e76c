package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.ExecutionSettings;

class VectorCheckTest {

    private static ExecutionSettings settings(String kernel) {
        return TestTrials.trial("linear-decay", 1, Map.of("training.kernel", kernel))
                .settings()
                .execution();
    }

    /** Says in a Java of its own what a run would hear. */
    public static void main(String[] args) {
        System.out.print(VectorCheck.warning(settings(args[0])).orElse(""));
    }

    @Test
    void aJavaWithVectorsHearsNothing() {
        assertThat(VectorCheck.warning(settings("auto"))).isEmpty();
    }

    @Test
    void aJavaWithoutVectorsHearsWhatToDo() throws IOException, InterruptedException {
        assertThat(withoutVectors("auto")).contains("java.options").contains("training.kernel = engine");
        assertThat(withoutVectors("engine")).isEmpty();
    }

    /** In a Java that interprets: C2 alone makes instructions of vectors. */
    private static String withoutVectors(String kernel) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VectorCheckTest.class.getName(),
                        kernel)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
