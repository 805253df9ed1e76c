package stiffsweep.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.apache.spark.SparkContext;

/** Where the driver's log goes. */
final class SparkLog {

    /** Of the end of a log, in bytes. */
    private static final long LOOKED_AT = 1 << 18;

    private SparkLog() {}

    /** The last error in a log, with what it was about: two lines at most; empty where there is none to be read. */
    static String lastError(Path file) {
        try (FileChannel log = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(log.size(), LOOKED_AT));
            log.read(end, log.size() - end.capacity());
            List<String> lines = new String(end.array(), UTF_8).lines().toList();
            for (int i = lines.size() - 1; i >= 0; i--) {
                int error = lines.get(i).indexOf(" ERROR ");
                if (error >= 0) {
                    String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
                    boolean isException = next.matches("[\\w.$]+(Error|Exception)\\b.*");
                    return lines.get(i).substring(error + " ERROR ".length()) + (isException ? " " + next : "");
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Sends everything that this process logs to a file and nothing to the terminal, however it was set up before. */
    static void to(Path file) {
        ConfigurationBuilder<BuiltConfiguration> log = ConfigurationBuilderFactory.newConfigurationBuilder();
        log.setStatusLevel(Level.OFF);
        log.add(log.newAppender("file", "File")
                .addAttribute("fileName", file.toString())
                .add(log.newLayout("PatternLayout").addAttribute("pattern", "%d %p %c{1}: %m%n%ex")));
        log.add(log.newRootLogger(Level.INFO).add(log.newAppenderRef("file")));
        // Under spark-submit this class has a loader of its own, and with it a log that Spark does not write to.
        LoggerContext context = (LoggerContext) LogManager.getContext(SparkContext.class.getClassLoader(), false);
        context.reconfigure(log.build());
    }
}
