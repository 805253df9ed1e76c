package stiffsweep.analysis.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.run.CodeVersion;

/** How a report is made again, from what, and whom to cite. */
final class Repetition {

    private Repetition() {}

    /**
     * Adds it to a page.
     *
     * @param folder the result folder
     * @param name what the user calls the folder
     */
    static void add(Page page, Results results, Path folder, String name) {
        page.heading("To draw this again").code(commands(results, folder, quoted(name)));
        page.paragraph("The first draws this page from the results, and trains nothing. The data: " + dates(results)
                + "; the table above says what code made them. This page is drawn by " + version() + ".");
        page.heading("To cite");
        page.paragraph(version() + ", with the date of the data.");
        Citations.of(results).forEach(page::paragraph);
    }

    private static String commands(Results results, Path folder, String name) {
        List<String> commands = new ArrayList<>(List.of("./sweep report " + name));
        if (Files.exists(folder.resolve("sweep.conf"))) {
            commands.add("./sweep run " + name + "/sweep.conf --out " + name + "   # trains what is missing");
            commands.add("./sweep rerun " + name + " --trial " + cell(results, "min(trial_id)")
                    + "   # trains one trial again, and compares");
        }
        return String.join("\n", commands);
    }

    private static String dates(Results results) {
        LocalDate first = date(cell(results, "epoch_ms(min(started_at))"));
        LocalDate last = date(cell(results, "epoch_ms(max(started_at))"));
        String trials = cell(results, "count(*)") + " trials, started ";
        return trials + (first.equals(last) ? "on " + first : "from " + first + " to " + last) + " (UTC)";
    }

    private static LocalDate date(@Nullable Object milliseconds) {
        return Instant.ofEpochMilli(milliseconds instanceof Long known ? known : 0)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static @Nullable Object cell(Results results, String expression) {
        return results.query("select " + expression + " from trials")
                .rows()
                .get(0)
                .get(0);
    }

    private static String version() {
        return "Stiffsweep " + CodeVersion.release() + " (" + CodeVersion.commit() + ")";
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
