package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is laid over a sweep file from outside, in any form that HOCON has.
 *
 * @param text such as {@code training.epochs=100}
 */
record Overlay(String text) {

    /** How places of overrides begin, of which each is one line. */
    static final String PLACE = "--set ";

    /** A path, an equals sign or a colon, and an object. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*((?:\"[^\"]*\"|[^\"=:{}+$])+)[=:]\\s*\\{.*", Pattern.DOTALL);

    /** This over the layers below it; where it breaks a law, a fault, and the layers alone. */
    Config over(Config layers, Faults faults) {
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setOriginDescription(place())
                // A relative name is one of the folder in which the command is given.
                .setIncluder(new Includes(Path.of(PLACE)));
        try {
            Config config = ConfigFactory.parseString(text, options);
            if (!config.root().isEmpty()) {
                return config.withFallback(
                        replaced().map(path -> without(path, layers)).orElse(layers));
            }
        } catch (ConfigException e) {
            faults.add(
                    place(),
                    "override",
                    "an override must be path=value, in HOCON",
                    text + ": " + Origin.strippedFrom(e));
            return layers;
        }
        faults.add(place(), "override", "an override must be path=value, in HOCON", text.isBlank() ? "none" : text);
        return layers;
    }

    /**
     * The path below {@code sweep} to which an object is given. HOCON merges objects: the one below must go, or a linspace
     * would join the file's logspace.
     */
    private Optional<String> replaced() {
        Matcher assignment = ASSIGNMENT.matcher(text);
        return Optional.of(assignment)
                .filter(Matcher::matches)
                .map(found ->
                        ConfigUtil.joinPath(ConfigUtil.splitPath(found.group(1).strip())))
                .filter(path -> path.startsWith("sweep."));
    }

    private static Config without(String path, Config layers) {
        try {
            return layers.withoutPath(path);
        } catch (ConfigException.NotResolved e) {
            // What a substitution may still bring cannot be taken away: the two are merged.
            return layers;
        }
    }

    private String place() {
        return PLACE + text;
    }
}
