package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Parses a sweep file and lays the overrides over it; nothing is resolved yet. */
final class SweepLayers {

    private SweepLayers() {}

    static Config read(Path file, List<String> overrides, Faults faults) {
        Config layers = file(file, faults);
        for (String override : overrides) {
            layers = new Overlay(override).over(layers, faults);
        }
        return layers;
    }

    private static Config file(Path file, Faults faults) {
        if (!Files.exists(file) || Files.isDirectory(file)) {
            String got = Files.isDirectory(file) ? "a folder" : "no such file";
            faults.add(file.toString(), "file", "a sweep file must exist", got);
            return ConfigFactory.empty();
        }
        try {
            return new Includes(file).parsed(ConfigParseOptions.defaults()).toConfig();
        } catch (ConfigException e) {
            String place = e.origin() == null ? file.toString() : Origin.of(e.origin());
            faults.add(place, "syntax", "a sweep must be readable HOCON", Origin.strippedFrom(e));
            return ConfigFactory.empty();
        }
    }
}
