package stiffsweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final Table TABLE = new Table(
            List.of("name", "error", "trials"),
            List.of(
                    Arrays.asList("plain, \"old\"", 1.23456789e-7, 5L),
                    Arrays.asList("", Double.NaN, 40L),
                    Arrays.asList(null, Double.NEGATIVE_INFINITY, null)));

    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        assertThat(TABLE.asText()).isEqualTo("""
                        name              error  trials
                        ------------  ---------  ------
                        plain, "old"  1.2346e-7       5
                                            NaN      40
                        -                  -inf       -
                        """);
    }

    @Test
    void losesNothingButColumnsWithoutAValue() {
        Table table = new Table(
                List.of("a", "empty", "b"), List.of(Arrays.asList(1L, null, null), Arrays.asList(null, null, "x")));

        assertThat(table.withoutEmptyColumns())
                .isEqualTo(new Table(List.of("a", "b"), List.of(Arrays.asList(1L, null), Arrays.asList(null, "x"))));
    }

    @Test
    void keepsEveryDigitAndQuotesWhatNeedsItInCsv() {
        assertThat(TABLE.asCsv())
                .isEqualTo("name,error,trials\n\"plain, \"\"old\"\"\",1.23456789E-7,5\n\"\",NaN,40\n,-inf,\n");
    }

    @Test
    void keepsNaNAndNullApartInJson() {
        assertThat(TABLE.asJson()).isEqualTo("""
                        [
                          {"name": "plain, \\"old\\"", "error": 1.23456789E-7, "trials": 5},
                          {"name": "", "error": "NaN", "trials": 40},
                          {"name": null, "error": "-Infinity", "trials": null}
                        ]
                        """);
    }

    @Test
    void writesJsonThatAParserReads() {
        Table odd = new Table(List.of("a\tb"), List.of(List.of("line\nbreak\\ and \u0001")));

        assertThat(ConfigFactory.parseString("rows = " + odd.asJson())
                        .getConfigList("rows")
                        .get(0)
                        .root()
                        .unwrapped())
                .containsEntry("a\tb", "line\nbreak\\ and \u0001");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12000, 12000",
        "123456.7, 123460",
        "0.00123456, 0.0012346",
        "0.000987654, 9.8765e-4",
        "-2.5, -2.5"
    })
    void roundsNumbersForReading(double value, String text) {
        assertThat(NumberText.rounded(value, 5)).isEqualTo(text);
    }

    @Test
    void refusesARowThatIsTooShort() {
        assertThatThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of(1L))))
                .hasMessageContaining("each of the 2 columns, but got 1");
    }
}
