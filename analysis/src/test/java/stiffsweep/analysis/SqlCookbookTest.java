package stiffsweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps docs/sql-cookbook.md true: each query gives what stands below it. */
class SqlCookbookTest {

    private static final String SQL = "```sql\n";
    private static final String FENCE = "\n```\n";

    @Test
    void eachQueryGivesWhatStandsBelowIt() throws IOException {
        Path page = FencedBlock.page("sql-cookbook.md");
        Path expected = Files.writeString(Path.of("target", "sql-cookbook.md"), answered(Files.readString(page)));
        assertThat(page)
                .as(
                        "a page whose answers are out of date is mended by copying analysis/%s over docs/sql-cookbook.md",
                        expected)
                .hasSameTextualContentAs(expected);
    }

    @Test
    void hasTwentyQuestions() throws IOException {
        List<FencedBlock> blocks = FencedBlock.of(FencedBlock.page("sql-cookbook.md"));

        assertThat(blocks.stream().filter(block -> block.language().equals("sql")))
                .hasSize(20);
        assertThat(Files.readAllLines(FencedBlock.page("sql-cookbook.md")).stream()
                        .filter(line -> line.startsWith("## ")))
                .allMatch(line -> line.endsWith("?"))
                .hasSize(20);
    }

    /** The page with the answer to each query in the block below it. */
    private static String answered(String page) {
        StringBuilder answered = new StringBuilder();
        int from = 0;
        try (Results results = Results.open(FencedBlock.page("example-results/what-matters"))) {
            for (int query = page.indexOf(SQL); query >= 0; query = page.indexOf(SQL, from)) {
                int end = page.indexOf(FENCE, query);
                int answer = page.indexOf("```\n", end + FENCE.length()) + 4;
                answered.append(page, from, answer)
                        .append(results.query(page.substring(query + SQL.length(), end))
                                .asText());
                from = page.indexOf(FENCE, answer - 1) + 1;
            }
        }
        return answered.append(page.substring(from)).toString();
    }
}
