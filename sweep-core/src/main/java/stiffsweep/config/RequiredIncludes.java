package stiffsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import org.jspecify.annotations.Nullable;

/** Refuses an {@code include "file"} that brings nothing, which HOCON would pass over in silence. */
record RequiredIncludes(@Nullable ConfigIncluder usual) implements ConfigIncluder {

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return new RequiredIncludes(usual == null ? fallback : usual.withFallback(fallback));
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        if (usual == null) {
            throw new ConfigException.BugOrBroken("an includer must have been given the usual one");
        }
        ConfigObject included = usual.include(context, what);
        if (included.isEmpty()) {
            throw new ConfigException.Generic(
                    "include: an included file must exist and have content, but got \"" + what + "\"");
        }
        return included;
    }
}
