package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;

/** The defaults that do not depend on the problem: {@code reference.conf}. */
public final class CommonDefaults {

    private CommonDefaults() {}

    /** The default of each of the {@link CommonSettings}, typed. */
    public static Settings read() {
        Config reference = configuration();
        Faults faults = new Faults();
        SortedMap<String, Object> defaults = new TreeMap<>();
        for (Setting setting : CommonSettings.all()) {
            WrittenValue written = WrittenValue.of(setting.path(), reference.getValue(setting.path()));
            TypedValue.put(defaults, setting, written.raw(), () -> written, faults);
        }
        faults.throwIfAny();
        return new Settings(defaults);
    }

    /** The whole of {@code reference.conf}, the sweep block included. */
    static Config configuration() {
        return ConfigFactory.parseResources(CommonDefaults.class.getClassLoader(), "reference.conf");
    }
}
