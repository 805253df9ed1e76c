package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.analysis.AnalysisException;

class OmissionsTest {

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("a law is broken"),
                new NullPointerException(),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("org/jfree/chart/Gone"),
                new AnalysisException("the results cannot be read so"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverGoesWrongInOnePartCostsThatPart(Throwable failure) throws IOException {
        Omissions omissions = new Omissions();

        assertThat(omissions.attempt("figure broken", () -> throwUnchecked(failure)))
                .isPresent();
        assertThat(omissions.attempt("figure whole", () -> {})).isEmpty();

        assertThat(omissions.sentences()).hasSize(1);
        assertThat(omissions.sentences().get(0))
                .startsWith("figure broken is left out of the report: ")
                .doesNotContain("\n", "\tat ");
    }

    @Test
    void saysOneReasonOnce() throws IOException {
        Omissions omissions = new Omissions();
        for (int i = 1; i <= 14; i++) {
            omissions.attempt("figure " + i, () -> {
                throw new AnalysisException("figures need a font");
            });
        }

        assertThat(omissions.sentences())
                .containsExactly(
                        "figure 1, figure 2, figure 3 and 11 more are left out of the report: figures need a font");
    }

    @Test
    void leavesTheDiskToTheReport() {
        assertThatThrownBy(() -> new Omissions().attempt("figure", () -> {
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
    }

    private static void throwUnchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
