package stiffsweep.jobs;

import java.io.PrintWriter;
import stiffsweep.analysis.Table;

/** How a table is printed; the names are the words of the command line. */
enum TableFormat {
    table,
    csv,
    json;

    void print(Table rows, PrintWriter out) {
        out.println(
                switch (this) {
                    case table -> rows.asText().stripTrailing();
                    case csv -> rows.asCsv().stripTrailing();
                    case json -> rows.asJson().stripTrailing();
                });
    }
}
