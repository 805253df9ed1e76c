package stiffsweep.jobs;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;
import stiffsweep.analysis.answer.Answer;
import stiffsweep.analysis.answer.Question;

/** What is asked, and how the answer is printed: what every verb shares that answers in sentences. */
final class QuestionOptions {

    @Option(
            names = "--metric",
            defaultValue = "error_mse",
            paramLabel = "COLUMN",
            description = "The column in question, the smaller the better; ${DEFAULT-VALUE} if not given.")
    private String metric;

    @Option(
            names = "--by",
            split = ",",
            defaultValue = "problem",
            paramLabel = "COLUMN",
            description =
                    "The columns that make groups, each with an answer of its own; ${DEFAULT-VALUE} if not given.")
    private List<String> by;

    @Option(names = "--where", paramLabel = "SQL", description = "A condition on the trials.")
    private String where = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (sentences, and the numbers behind), csv or json; table if not given.")
    private TableFormat format = TableFormat.TABLE;

    Question question() {
        return new Question(metric, by, where);
    }

    void print(Answer answer, PrintWriter out) {
        format.print(answer, out);
    }
}
