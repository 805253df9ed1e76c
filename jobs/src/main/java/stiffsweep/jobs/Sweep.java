package stiffsweep.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import stiffsweep.spark.place.FolderPlace;

/** The command {@code ./sweep}; also the class that is named to spark-submit. */
@Command(
        name = "./sweep",
        description = "Sweeps over physics-informed neural networks, from one HOCON file to figures.",
        synopsisSubcommandLabel = "VERB",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            StatusCommand.class,
            RerunCommand.class,
            ExportCommand.class,
            SqlCommand.class,
            FitCommand.class,
            ReportCommand.class,
            ProblemsCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "    0  all as asked",
            "    1  internal error",
            "    2  wrong usage or an invalid configuration, nothing ran",
            "    3  finished, some trials failed: no more than failure.tolerate",
            "    4  more trials failed, or the first one where failure.fail-fast = true",
            "    5  a trial that was run again gave other numbers",
            "    6  the folder holds another sweep, is of another version or in use, nothing touched",
            "  130  interrupted, the same command continues"
        })
public final class Sweep {

    private Sweep() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    /** Runs one verb and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Sweep())
                .setOut(out)
                .setErr(err)
                .registerConverter(FolderPlace.class, FolderPlace::of)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorReport())
                .execute(arguments);
    }
}
