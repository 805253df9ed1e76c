package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;

/** Puts values in the place of {@code ${..}}. */
final class Substitution {

    /** A sweep file means the same on every machine: the environment is not looked at. */
    private static final ConfigResolveOptions WITHIN_THE_FILE = ConfigResolveOptions.noSystem();

    private Substitution() {}

    /**
     * A value at its path, with its substitutions looked up.
     *
     * @param source where they are looked up
     * @return nothing at the path when a substitution leads nowhere, which is then a fault
     */
    static Config resolve(String path, ConfigValue value, Config source, Faults faults) {
        try {
            return value.atPath(path).resolveWith(source, WITHIN_THE_FILE);
        } catch (ConfigException e) {
            String place = Place.of(e.origin() == null ? value.origin() : e.origin());
            faults.add(place, path, "a substitution must lead to a key that has a value", Place.strippedFrom(e));
            return ConfigFactory.empty();
        }
    }
}
