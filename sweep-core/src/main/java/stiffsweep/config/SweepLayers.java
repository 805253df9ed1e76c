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
        Config layers = ConfigFactory.empty();
        for (String override : overrides) {
            // The later override is laid over the earlier one.
            layers = override(override, faults).withFallback(layers);
        }
        return layers.withFallback(file(file, faults));
    }

    private static Config file(Path file, Faults faults) {
        if (!Files.isRegularFile(file)) {
            faults.add(file.toString(), "file", "a sweep file must exist", "no such file");
            return ConfigFactory.empty();
        }
        ConfigParseOptions options = ConfigParseOptions.defaults().setIncluder(new RequiredIncludes(null));
        try {
            return ConfigFactory.parseFile(file.toFile(), options);
        } catch (ConfigException e) {
            addSyntaxFault(file.toString(), e, faults);
            return ConfigFactory.empty();
        }
    }

    private static Config override(String override, Faults faults) {
        String place = "--set " + override;
        ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(place);
        int equals = override.indexOf('=');
        if (equals < 1) {
            faults.add(place, "override", "an override must be path=value", override);
            return ConfigFactory.empty();
        }
        try {
            Config config = ConfigFactory.parseString(override, options);
            String path = override.substring(0, equals).strip();
            // HOCON merges objects: without a null between them, a linspace would join the file's logspace.
            return path.startsWith("sweep.") ? config.withFallback(ConfigFactory.parseString(path + "=null")) : config;
        } catch (ConfigException e) {
            addSyntaxFault(place, e, faults);
            return ConfigFactory.empty();
        }
    }

    private static void addSyntaxFault(String source, ConfigException e, Faults faults) {
        String place = e.origin() == null ? source : Place.of(e.origin());
        faults.add(place, "syntax", "a sweep must be readable HOCON", Place.strippedFrom(e));
    }
}
