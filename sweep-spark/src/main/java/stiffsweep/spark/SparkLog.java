package stiffsweep.spark;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

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
        Configurator.reconfigure(log.build());
    }
}
