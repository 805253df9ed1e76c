package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.Table;
import stiffsweep.sweep.ReportPolicy;

/** The tables of a report in papers and documents hold the numbers that SQL gives. */
class TableFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        SyntheticFolder.writeSweep(folder, "all", "problem = 'linear-decay' and weighting = 'jacobian'");
        TableFiles.write(folder, folder.resolve("tables"), ReportPolicy.DEFAULT);
    }

    @Test
    void everyCellOfTheSettingsIsTheNumberThatSqlGives() throws IOException {
        Table medians;
        try (Results results = Results.open(folder)) {
            medians = results.query("""
                    select stiffness, median(error_mse) as error, median(hessian_lambda_max) as eigenvalue, median(epochs) as epochs
                    from trials where outcome = 'COMPLETED' group by all order by all
                    """);
        }
        List<List<String>> markdown = cells("settings.md", "|", 2);
        List<List<String>> latex = cells("settings.tex", "&", 4);
        List<String> header = cells("settings.md", "|", 0).get(0);

        assertThat(markdown).hasSize(8);
        for (int i = 0; i < 8; i++) {
            for (String[] named : new String[][] {
                {"stiffness", "stiffness"},
                {"median error_mse", "error"},
                {"median hessian_lambda_max", "eigenvalue"},
                {"median epochs", "epochs"}
            }) {
                int column = header.indexOf(named[0]);
                String number =
                        NumberText.rounded((Double) medians.column(named[1]).get(i), 5);
                assertThat(markdown.get(i).get(column)).isEqualTo(number);
                assertThat(latex.get(i).get(column)).isEqualTo(inLatex(number));
            }
        }
    }

    private static String inLatex(String number) {
        int power = number.indexOf('e');
        return power < 0
                ? "$" + number + "$"
                : "$" + number.substring(0, power) + " \\times 10^{" + number.substring(power + 1) + "}$";
    }

    @Test
    void latexNeedsNothingButBooktabs() throws IOException {
        String table = Files.readString(folder.resolve("tables/settings.tex"));

        assertThat(table).startsWith("\\begin{tabular}{llr").contains("\\toprule", "\\midrule", "\\bottomrule");
        assertThat(table).contains("median error\\_mse").contains("95 \\% bootstrap");
        long columns = table.lines().skip(2).findFirst().orElseThrow().split("&", -1).length;
        assertThat(table.lines().filter(line -> line.endsWith("\\\\")))
                .allMatch(line -> line.split("(?<!\\\\)&", -1).length == columns);
    }

    @Test
    void writesTheTablesThatHaveRows() {
        assertThat(folder.resolve("tables").toFile().list())
                .contains("settings.csv", "power-laws.tex", "methods.md")
                .doesNotContain("failures.tex", "own-results.md");
    }

    /** The cells of the lines after some first ones. */
    private List<List<String>> cells(String file, String separator, int skipped) throws IOException {
        return Files.readAllLines(folder.resolve("tables").resolve(file)).stream()
                .skip(skipped)
                .filter(line -> line.contains(separator))
                .map(line -> line.replaceFirst("^\\| ", "").replaceFirst(" (\\||\\\\\\\\)$", ""))
                .map(line -> List.of(line.split(" [" + separator + "] ", -1)))
                .toList();
    }
}
