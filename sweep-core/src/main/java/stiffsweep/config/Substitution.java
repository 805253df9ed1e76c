package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;

/** Puts values in the place of {@code ${..}}. */
final class Substitution {

    /** A sweep file means the same on every machine: the environment is not looked at. */
    private static final ConfigResolveOptions WITHIN_THE_FILE =
            ConfigResolveOptions.noSystem().setAllowUnresolved(true);

    private static final String LAW = "a substitution must lead to a key that has a value";

    private Substitution() {}

    /** A configuration with its substitutions made; one that leads nowhere is left as it is written. */
    static Config resolve(Config config, Faults faults) {
        try {
            return config.resolve(WITHIN_THE_FILE);
        } catch (ConfigException e) {
            String place = e.origin() == null ? "substitution" : Origin.of(e.origin());
            faults.add(place, "substitution", LAW, Origin.strippedFrom(e));
            return config;
        }
    }

    /** Adds the fault of a value whose substitution led nowhere. */
    static void refuse(String path, ConfigValue unresolved, Faults faults) {
        faults.add(Origin.of(unresolved.origin()), path, LAW, unresolved.render(ConfigRenderOptions.concise()));
    }
}
