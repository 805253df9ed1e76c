package stiffsweep.jobs;

import java.io.PrintWriter;
import stiffsweep.analysis.Table;
import stiffsweep.analysis.answer.Answer;

/** How a table is printed. */
enum TableFormat {
    TABLE,
    CSV,
    JSON;

    void print(Table rows, PrintWriter out) {
        print(text(rows), out);
    }

    /** Prints sentences above a table for reading; CSV and JSON are the table alone. */
    void print(Answer answer, PrintWriter out) {
        print(this == TABLE ? answer.asText() : text(answer.table()), out);
    }

    private String text(Table rows) {
        return switch (this) {
            case TABLE -> rows.asText();
            case CSV -> rows.asCsv();
            case JSON -> rows.asJson();
        };
    }

    private static void print(String text, PrintWriter out) {
        out.print(text);
        out.flush();
    }
}
