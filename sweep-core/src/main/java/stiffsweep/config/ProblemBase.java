package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Setting;
import stiffsweep.declare.SettingsSchema;

/**
 * The settings of one problem before the design varies them and before substitutions.
 *
 * @param declaration the problem
 * @param schema its settings and their defaults
 * @param settings its settings by path
 * @param values defaults with the written values on top, typed; one that breaks a law is left out
 * @param source where substitutions of the problem's trials are looked up, the swept values aside
 */
record ProblemBase(
        ProblemDeclaration declaration,
        SettingsSchema schema,
        SortedMap<String, Setting> settings,
        SortedMap<String, Object> values,
        Config source) {

    /** The setting that names the problem; it is checked before there is a base, and the base's name stands for it. */
    static final String KIND = CommonSettings.PROBLEM.path();

    ProblemBase {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static ProblemBase of(
            ProblemDeclaration declaration, SettingsSchema schema, WrittenSettings written, Faults faults) {
        SortedMap<String, Setting> settings = new TreeMap<>();
        schema.settings().forEach(setting -> settings.put(setting.path(), setting));
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        written.literals().forEach((path, value) -> {
            Setting setting = settings.get(path);
            if (setting != null && !path.equals(KIND)) {
                TypedValue.put(values, setting, value.raw(), () -> value, faults);
            }
        });
        values.put(KIND, declaration.name());
        Config source = ConfigFactory.parseMap(Map.of(KIND, declaration.name()))
                .withFallback(written.layers())
                .withFallback(ConfigFactory.parseMap(schema.defaults().values()));
        return new ProblemBase(declaration, schema, settings, values, source);
    }
}
