package stiffsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the page on result columns true: it is written from the declarations that files are written with. */
class SchemaPageTest {

    @Test
    void isWhatTheDocumentationShows() throws IOException {
        Path page = Path.of("..", "docs", "results-schema.md");
        Path expected = Files.writeString(Path.of("target", "results-schema.md"), SchemaPage.text());
        assertThat(page)
                .as(
                        "a page that is out of date is mended by copying sweep-core/%s over docs/results-schema.md",
                        expected)
                .hasSameTextualContentAs(expected);
    }

    @Test
    void opensWithTenColumnsOfTrials() {
        String[] sections = SchemaPage.text().split("\n## ", -1);
        assertThat(sections[0].lines().filter(line -> line.startsWith("| `")).map(SchemaPageTest::column))
                .hasSize(10)
                .isSubsetOf(sections[2].lines().map(SchemaPageTest::column).toList());
        assertThat(sections[2]).startsWith("trials");
    }

    private static String column(String row) {
        return row.split(" \\| ", 2)[0];
    }

    @Test
    void explainsEveryColumn() {
        assertThat(SchemaPage.text())
                .contains(
                        "| `<parameter>` | DOUBLE |",
                        "| `weight_<term>_rule` | VARCHAR |",
                        "| `started_at` | TIMESTAMPTZ |")
                .doesNotContain("|  |  |");
    }
}
