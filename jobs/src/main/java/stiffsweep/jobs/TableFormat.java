package stiffsweep.jobs;

import java.io.PrintWriter;
import stiffsweep.analysis.Table;

/** How a table is printed. */
enum TableFormat {
    TABLE,
    CSV,
    JSON;

    void print(Table rows, PrintWriter out) {
        String text = switch (this) {
            case TABLE -> rows.asText();
            case CSV -> rows.asCsv();
            case JSON -> rows.asJson();
        };
        out.print(text);
        out.flush();
    }
}
