package stiffsweep.store;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.formula.Formula;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.Spread;
import stiffsweep.sweep.Sweep;

/** Writes the page {@code docs/results-schema.md} from the column declarations. */
public final class SchemaPage {

    private static final String OWN_UNIT = "the problem's";

    /** Makes a field one of several; its columns are named as those of the other. */
    private static final String SECOND = "<second>";

    private static final String BEGINNING = """
            # The result columns

            These ten columns of `trials` answer most questions. All columns of the three tables follow below.

            | column | says |
            |---|---|
            """;

    /** The columns that one always needs, each with a sentence. */
    private static final List<Map.Entry<String, String>> NEEDED = List.of(
            Map.entry("trial_id", "It names the trial, in `curves` and `solutions` too: join the tables on it."),
            Map.entry("problem", "The equation."),
            Map.entry("<parameter>", "A parameter of the equation, under its own name, such as `stiffness`."),
            Map.entry("weighting", "How the residuals are weighted, such as `plain` or `jacobian`."),
            Map.entry("replicate", "The repetition; trials of one replicate share the seed, so compare them in pairs."),
            Map.entry("outcome", "How the trial ended; only `COMPLETED` counts as a measurement."),
            Map.entry("failure", "Why a trial ended in another way, and what to do."),
            Map.entry("error_mse", "The mean squared error against the truth, at the best checkpoint."),
            Map.entry("loss_total", "The total loss there, for problems without a known truth."),
            Map.entry(
                    "train_seconds",
                    "The seconds of training: the time of the trial's stack, divided by the size of the stack."));

    private static final String INTRODUCTION = """

            ```
            ./sweep sql DIR "select problem, weighting, median(error_mse) from trials where outcome = 'COMPLETED' group by all"
            ```

            ## The files

            Version %d. A folder of results holds three tables, each a folder of Parquet files with one file for each stack
            of trials: `trials`, `curves` and `solutions`. Files of one stack have one name; a stack is finished when its
            file is in `trials`, and rows in `curves` and `solutions` count only then. A trial can be in two files, as
            after merging folders by copying: keep one row for each `trial_id`.

            A value that does not apply is null; a number that came out as not a number is NaN. No trial is left out. The
            version rises when a column changes its meaning, and a folder of another version is refused. A column that is
            added changes no other, and is null in the rows of an older code.

            With `store.checkpoints = best` the parameters at a trial's best checkpoint are in `checkpoints/<trial_id>.safetensors`:
            `layers.<i>.weight` [outputs, inputs] and `layers.<i>.bias` (`head.<i>` and `trunks.<k>.<i>` of a head-trunk network),
            `<network>.layers.<i>.weight` and so on where networks have names, and each learned number by its name. The network
            reads its input as `network.input` says.

            Names in angle brackets stand for what a problem declares, with `_` for `-`: `<parameter>` for each of its
            parameters (such as `stiffness`), `<word>` for each of its words (such as `data`), `<points>` for each set of
            points (such as `residual`), `<grid>` for each grid, `<term>` for each term of the loss (such as `equation`),
            `<network>` for each network with a name, `<input>` for each input with a domain (such as `t`; `solutions` has
            `x`, `t` and `v` for all problems), `<field>` for each field of a solution that has several. A sweep over several
            problems has the columns of all of them.
            """;

    private SchemaPage() {}

    /** The page, in Markdown. */
    public static String text() {
        Sweep pattern = pattern();
        StringBuilder page = new StringBuilder(BEGINNING);
        NEEDED.forEach(column -> page.append("| `%s` | %s |\n".formatted(column.getKey(), column.getValue())));
        page.append(INTRODUCTION.formatted(SchemaVersion.CURRENT));
        table(page, "trials", "One row for each trial.", TrialColumns.of(pattern));
        table(page, "curves", "One row for each trial and recorded epoch.", CurveColumns.of(pattern));
        table(
                page,
                "solutions",
                "One row for each trial, field and point.",
                SolutionColumns.of(new TreeSet<>(List.of("<input>"))));
        return page.toString();
    }

    private static void table(StringBuilder page, String name, String rows, List<Column> columns) {
        page.append("\n## ").append(name).append("\n\n").append(rows).append("\n\n");
        page.append("| column | type | unit | meaning | null when |\n|---|---|---|---|---|\n");
        for (Column column :
                columns.stream().filter(each -> !each.name().endsWith(SECOND)).toList()) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            column.name(),
                            column.type().sqlName(),
                            column.unit(),
                            column.meaning().replace("|", "\\|").replace("<", "\\<"),
                            column.isNullable() ? column.nullWhen() : "never"));
        }
    }

    /** A sweep over problems whose every name is a placeholder, so that its columns are the naming rules. */
    private static Sweep pattern() {
        SortedMap<String, ProblemDeclaration> problems = new TreeMap<>();
        SortedMap<String, SettingsSchema> schemas = new TreeMap<>();
        for (ProblemDeclaration problem : List.of(onALine(), overADomain(), averaged())) {
            problems.put(problem.name(), problem);
            schemas.put(problem.name(), SettingsSchema.of(problem, new Settings(new TreeMap<>())));
        }
        return new Sweep(
                "<sweep>",
                0,
                0,
                new Replicates.Fixed(1),
                List.of(),
                List.of(),
                new Spread.Listed("grid", new TreeMap<>()),
                problems,
                schemas);
    }

    private static ProblemDeclaration onALine() {
        return withATerm("<line>")
                .parameter("<parameter>", 0, new Law.Anything(), OWN_UNIT, "A parameter.")
                .word("<word>", "A word that chooses formulas.", "<choice>")
                .learned(new Learned("<learned>", 0, 1, 1, 0, OWN_UNIT, "A number that is trained."))
                .interval("<points>", "linear", 0, 1, 2, OWN_UNIT)
                .matching(0, "C^n: for n see `./sweep problems`", OWN_UNIT)
                .result("<result>", OWN_UNIT, "A result of the problem's own.")
                .build();
    }

    private static ProblemDeclaration overADomain() {
        return withATerm("<domain>")
                .input("<input>", 0, 1, 1, OWN_UNIT)
                .box("<points>", 1)
                .grid("<grid>", 2)
                .network("<network>", List.of("<input>"), List.of("<field>"))
                .hard("<field>", at -> at.function("<field>"))
                .formulation("<one>")
                .formulation("<another>")
                .build();
    }

    private static ProblemDeclaration averaged() {
        return withATerm("<mean>")
                .quadrature("<input>", 0, 1, 2, OWN_UNIT)
                .box("<points>", 1)
                .fields(SECOND)
                .build();
    }

    private static DeclarationBuilder withATerm(String problem) {
        return ProblemDeclaration.of(problem, "", "")
                .equation("<term>", "<points>", 1, "see `./sweep problems`.", Formula.truthOf("<field>"))
                .fields("<field>");
    }
}
