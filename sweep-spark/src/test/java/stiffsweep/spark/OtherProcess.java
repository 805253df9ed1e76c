package stiffsweep.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a main class in a process of its own, with the class path and the flags of this one. */
final class OtherProcess {

    private OtherProcess() {}

    /**
     * Starts it.
     *
     * @param flags further flags of the virtual machine
     * @param terminal the file that takes everything that it prints
     */
    static Process start(
            Class<?> main, List<String> flags, Map<String, String> environment, String argument, Path terminal)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Not an agent, which belongs to this process alone.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), argument));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(terminal.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
