package stiffsweep.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.storage.Storage;

/** Shows the report in a browser of this machine while a sweep runs. */
@Command(
        name = "serve",
        description = {
            "Shows the report in a browser of this machine, with the progress of a run, and draws it again as trials end.",
            "Nothing is written into the folder, and no other machine is answered. Ctrl-C ends it."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int MOST_PORTS = 65_535;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Mixin
    private ProblemJars jars;

    @Option(
            names = "--port",
            defaultValue = "8321",
            paramLabel = "N",
            description = "The port of this machine; ${DEFAULT-VALUE} if not given, 0 for one that is free.")
    private int port;

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > MOST_PORTS) {
            throw Refusal.invalid("--port: from 0 to " + MOST_PORTS + ", but got " + port);
        }
        jars.open();
        PrintWriter out = spec.commandLine().getOut();
        try (LiveReport report = LiveReport.of(storage, jars);
                ReportServer server = ReportServer.start(port, report)) {
            out.println(server.address() + "   (Ctrl-C ends it)");
            out.flush();
            server.untilInterrupted();
        } catch (BindException e) {
            throw Refusal.ofMachine("--port: a port of this machine that is free, but got " + port + " ("
                    + e.getMessage() + "): choose another, or 0 for one that is free");
        }
        return ExitCode.OK;
    }
}
