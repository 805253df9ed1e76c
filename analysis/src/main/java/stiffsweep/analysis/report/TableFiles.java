package stiffsweep.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.NoResultsException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.sweep.ReportPolicy;

/** The tables of a report as files for papers and documents: LaTeX with booktabs, Markdown, and CSV with all digits. */
public final class TableFiles {

    private TableFiles() {}

    /**
     * Writes the tables that have rows.
     *
     * @param folder the result folder
     * @param out where the files go; it is made where it is missing
     * @param policy what the report shows
     * @return the files
     * @throws NoResultsException where the folder holds no finished trial
     */
    public static List<Path> write(Path folder, Path out, ReportPolicy policy) {
        List<Path> files = new ArrayList<>();
        try (Results results = Results.open(folder)) {
            Files.createDirectories(out);
            for (Map.Entry<String, Table> named : tables(results, policy).entrySet()) {
                Table table = named.getValue();
                if (!table.rows().isEmpty()) {
                    String name = named.getKey();
                    files.add(Files.writeString(out.resolve(name + ".tex"), table.asLatex()));
                    files.add(Files.writeString(out.resolve(name + ".md"), table.asMarkdown()));
                    files.add(Files.writeString(out.resolve(name + ".csv"), table.asCsv()));
                }
            }
        } catch (IOException e) {
            throw new AnalysisException(
                    out + ": a folder of tables must be writable and have space, but got " + e.getMessage(), e);
        }
        return files;
    }

    private static Map<String, Table> tables(Results results, ReportPolicy policy) {
        Findings findings = Findings.of(results, policy);
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("settings", ReportTables.settings(findings));
        tables.put("methods", ReportTables.methodsTable(findings));
        tables.put("power-laws", ReportTables.fits(findings));
        tables.put("own-results", ReportTables.ownResults(findings, results));
        tables.put("failures", ReportTables.failures(findings));
        return tables;
    }
}
