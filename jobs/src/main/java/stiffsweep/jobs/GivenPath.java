package stiffsweep.jobs;

import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;
import stiffsweep.storage.Storage;

/** A path or a place as it was given on the command line. */
final class GivenPath {

    private GivenPath() {}

    static Path path(String text) {
        return Path.of(withoutTilde(text));
    }

    static Storage storage(String text) {
        return Storage.of(withoutTilde(text));
    }

    /** A folder named by a tilde is not what anybody means. */
    private static String withoutTilde(String text) {
        if (text.equals("~") || text.startsWith("~/")) {
            throw new TypeConversionException(
                    "a path must not begin with ~, which a shell expands at the beginning of a"
                            + " word only, but got " + text + ": write \"$HOME" + text.substring(1) + "\", or ./" + text
                            + " for a folder of that name");
        }
        return text;
    }
}
