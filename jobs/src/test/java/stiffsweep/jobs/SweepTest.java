package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    @Test
    void helpListsEveryVerbAndExitCode() {
        Ended help = Ended.after("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains(
                        "run ",
                        "plan ",
                        "status ",
                        "sql ",
                        "fit ",
                        "compare ",
                        "report ",
                        "rerun ",
                        "export ",
                        "problems ")
                .contains("    0  ", "    1  ", "    2  ", "    3  ", "    6  ", "  130  ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "plan",
                "status",
                "sql",
                "fit",
                "importance",
                "best",
                "compare",
                "report",
                "rerun",
                "export",
                "problems"
            })
    void everyVerbHasHelp(String verb) {
        Ended help = Ended.after(verb, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: ./sweep " + verb).doesNotContain("null");
    }

    @Test
    void theExitCodesDoNotHideTheOptionsOfAVerb() {
        assertThat(Ended.after("sql", "--help").out())
                .contains("--format", "./sweep --help has the exit codes")
                .doesNotContain("  130  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "hi-IN-u-nu-deva", "de-DE", "tr-TR"})
    void numbersAreTheSameInEveryLanguage(String language, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.conf"), "name = a, sweep.replicates = 12\n");
        String[] plan = {
            "plan",
            file.toString(),
            "--no-probe",
            "--out",
            folder.resolve("out").toString()
        };
        String expected = Ended.after(plan).out();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));

            assertThat(Ended.after(plan).out()).isEqualTo(expected).contains("12");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void versionNamesTheProject() {
        Ended version = Ended.after("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).matches("Stiffsweep \\S+ \\(\\S+\\)\\R");
    }

    @Test
    void aCommandWithoutAVerbIsWrongUsage() {
        Ended nothing = Ended.after();

        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("Usage: ./sweep");
    }

    @Test
    void suggestsTheNearestVerb() {
        Ended misspelt = Ended.after("repotr", "results/x");

        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err()).contains("repotr", "Did you mean", "report");
    }

    @Test
    void refusesAnEndingThatCannotBeTriedAgain() {
        Ended completed = Ended.after("run", "any.conf", "--retry", "completed");

        assertThat(completed.exitCode()).isEqualTo(2);
        assertThat(completed.err()).contains("--retry", "one of failed, timed-out, diverged, stopped", "completed");
    }
}
