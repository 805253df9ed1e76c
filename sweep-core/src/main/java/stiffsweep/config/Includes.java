package stiffsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what a file includes beside that file, however the file is named and wherever the command runs, and refuses an
 * include that brings nothing, which HOCON would pass over in silence.
 *
 * @param file the file that includes; one that is not there stands for a text, whose includes are beside it all the same
 * @param depth how many files include this one, one in another
 */
record Includes(Path file, int depth)
        implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

    private static final int DEEPEST = 50;

    /** Of a file that no other includes. */
    Includes(Path file) {
        this(file, 0);
    }

    /** Parses the file with all that it includes. */
    ConfigObject parsed(ConfigParseOptions options) {
        return ConfigFactory.parseFile(file.toFile(), options.setIncluder(this)).root();
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        try {
            return includeURL(context, new URL(what));
        } catch (MalformedURLException e) {
            return includeFile(context, new File(what));
        }
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        refuseTooDeep(what.toString());
        ConfigObject included = files(what.toString()).stream()
                .map(found -> new Includes(found, depth + 1).parsed(context.parseOptions()))
                .reduce(ConfigFactory.empty().root(), ConfigObject::withFallback);
        return required(included, what.toString(), "does not exist beside it or is empty");
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        refuseTooDeep(what.toString());
        ConfigParseOptions options =
                context.parseOptions().setAllowMissing(true).setIncluder(new Includes(file, depth + 1));
        return required(ConfigFactory.parseURL(what, options).root(), what.toString(), "does not exist or is empty");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        throw refusal(what, "would be on the class path, where no sweep files are: name the file instead");
    }

    /** The files that an include means: beside the file as it is named, or else beside what it links to. */
    private List<Path> files(String what) {
        List<Path> beside = named(file.resolveSibling(what));
        try {
            return beside.isEmpty() ? named(file.toRealPath().resolveSibling(what)) : beside;
        } catch (IOException e) {
            return beside;
        }
    }

    /** A file, or those of a name that is given without its ending, the strongest first. */
    private static List<Path> named(Path name) {
        return Files.isRegularFile(name)
                ? List.of(name)
                : Stream.of(".conf", ".json", ".properties")
                        .map(ending -> Path.of(name + ending))
                        .filter(Files::isRegularFile)
                        .toList();
    }

    private void refuseTooDeep(String what) {
        if (depth == DEEPEST) {
            throw refusal(what, "includes itself, or is included " + DEEPEST + " files deep");
        }
    }

    private ConfigObject required(ConfigObject included, String what, String fault) {
        if (included.isEmpty()) {
            throw refusal(what, fault);
        }
        return included;
    }

    private ConfigException refusal(String what, String fault) {
        String sentence = "an include of \"" + what + "\", which " + fault;
        return Files.isRegularFile(file)
                ? new ConfigException.Parse(
                        ConfigOriginFactory.newFile(file.toString()).withLineNumber(line(what)), sentence)
                : new ConfigException.Generic(sentence);
    }

    /** The first line that includes something. */
    private int line(String what) {
        try (Stream<String> lines = Files.lines(file)) {
            return 1
                    + (int) lines.takeWhile(line -> !line.contains("include") || !line.contains('"' + what + '"'))
                            .count();
        } catch (IOException e) {
            throw new ConfigException.IO(ConfigOriginFactory.newFile(file.toString()), "cannot be read again", e);
        }
    }
}
