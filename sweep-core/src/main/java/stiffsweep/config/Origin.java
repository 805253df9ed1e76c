package stiffsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;

/** Where a value is written, as a fault names it: {@code file:line}, or {@code --set path=value}. */
final class Origin {

    private Origin() {}

    static String of(ConfigOrigin origin) {
        String file = origin.filename();
        if (file == null) {
            // An override is one line: its own text says where it is.
            return origin.description().replaceFirst("^merge of ", "").replaceFirst(": \\d+.*$", "");
        }
        return origin.lineNumber() < 1 ? file : file + ":" + origin.lineNumber();
    }

    /** What an exception of the parser says, without the place that it starts with. */
    static String strippedFrom(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        return e.origin() == null ? message : message.replace(e.origin().description() + ": ", "");
    }
}
