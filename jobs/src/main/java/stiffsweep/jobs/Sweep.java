package stiffsweep.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import stiffsweep.storage.Storage;

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
            ImportanceCommand.class,
            BestCommand.class,
            CompareCommand.class,
            CostCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            ProblemsCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "    0  all as asked",
            "    1  an error of the machine or of this code: what was finished is kept",
            "    2  wrong usage or an invalid configuration, nothing ran",
            "    3  finished, some trials failed: no more than failure.tolerate",
            "    4  more trials failed, or the first one where failure.fail-fast = true",
            "    5  a trial that was run again gave other numbers",
            "    6  the folder holds another sweep, is of another version or in use, nothing touched",
            "    7  an exponent is not the one that fit --expect names",
            "  130  interrupted by INT, TERM or HUP: the same command goes on from there"
        })
public final class Sweep {

    private Sweep() {}

    public static void main(String[] arguments) {
        WatchedOutput out = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = new PrintWriter(System.err, true, UTF_8);
        int code = run(new PrintWriter(out, true, UTF_8), err, arguments);
        System.exit(out.hasLost(err) && code == ExitCode.OK ? ExitCode.INTERNAL_ERROR : code);
    }

    /** Runs one verb and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        // Numbers are printed as SQL, JSON and sweep files have them, whatever the language of the machine.
        Locale.setDefault(Locale.ROOT);
        CommandLine sweep = new CommandLine(new Sweep());
        for (CommandLine verb : sweep.getSubcommands().values()) {
            verb.getCommandSpec().usageMessage().footerHeading("").footer("%n./sweep --help has the exit codes.");
        }
        sweep.setOut(out)
                .setErr(err)
                .registerConverter(Storage.class, GivenPath::storage)
                .registerConverter(Path.class, GivenPath::path)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorReport());
        try {
            return sweep.execute(arguments);
        } catch (Error e) {
            // The handler is given exceptions alone.
            return ErrorReport.internalError(e, err);
        }
    }
}
