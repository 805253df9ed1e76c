package stiffsweep.spark;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.apache.spark.SparkContext;

/** Where the driver's log goes. */
final class SparkLog {

    private SparkLog() {}

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
