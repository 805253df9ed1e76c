package stiffsweep.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a command ended, and what it printed. */
record Ended(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    static Ended after(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            int exitCode = Sweep.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
            return new Ended(exitCode, out.toString(), err.toString());
        } finally {
            // A command may add jars for the rest of its process, which here goes on.
            Thread.currentThread().setContextClassLoader(loader);
        }
    }

    /**
     * Runs a command in a process of its own, with the class path and the flags of this one.
     *
     * @param flags further flags of the virtual machine
     * @param folder where the process may leave files
     */
    static Ended inAnotherProcess(Path folder, List<String> flags, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = process(flags, arguments);
        builder.environment().putAll(environment);
        return afterProcess(builder, folder);
    }

    /**
     * Runs a process to its end.
     *
     * @param folder where it may leave files
     */
    static Ended afterProcess(ProcessBuilder builder, Path folder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /** A command in a process of its own, which has not been started. */
    static ProcessBuilder process(List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Not an agent, which belongs to this process alone.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sweep.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
