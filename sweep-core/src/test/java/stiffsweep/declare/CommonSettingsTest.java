package stiffsweep.declare;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.config.CommonDefaults;

/** A setting that no record reads would be asked for in vain; one that two read would change what nobody named. */
class CommonSettingsTest {

    private static final Settings DEFAULTS = CommonDefaults.read();

    static List<Setting> all() {
        return CommonSettings.all();
    }

    @Test
    void thereAreAsManySettingsAsComponents() throws ReflectiveOperationException {
        assertThat(components(DEFAULTS)).hasSameSizeAs(all());
        assertThat(all().stream().map(Setting::path)).doesNotHaveDuplicates();
        assertThat(all().stream().map(Setting::column)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySettingIsReadByOneComponent(Setting setting) throws ReflectiveOperationException {
        SortedMap<String, Object> values = new TreeMap<>(DEFAULTS.values());
        values.put(setting.path(), another(setting, DEFAULTS.value(setting.path())));
        List<Object> before = components(DEFAULTS);
        List<Object> after = components(new Settings(values));

        assertThat(IntStream.range(0, before.size())
                        .filter(i -> !before.get(i).equals(after.get(i)))
                        .count())
                .isEqualTo(1);
    }

    private static Object another(Setting setting, Object value) {
        if (setting.law() instanceof Law.OneOf choice) {
            return choice.words().stream()
                    .filter(word -> !word.equals(value))
                    .findFirst()
                    .orElseThrow();
        }
        return switch (setting.type()) {
            case NUMBER -> (Double) value + 1;
            case COUNT -> (Long) value + 1;
            case SWITCH -> !(Boolean) value;
            case WORD -> "1-2";
            case NUMBER_OR_RULE -> 16.0;
        };
    }

    /** All that the records hold, those within records one by one. */
    private static List<Object> components(Settings settings) throws ReflectiveOperationException {
        List<Object> components = new ArrayList<>();
        components.add(settings.problem());
        for (Record room : List.of(
                settings.loss(),
                settings.network(),
                settings.training(),
                settings.descent(),
                settings.execution(),
                settings.measure())) {
            collect(room, components);
        }
        return components;
    }

    private static void collect(Object value, List<Object> components) throws ReflectiveOperationException {
        if (!(value instanceof Record room)) {
            components.add(String.valueOf(value));
            return;
        }
        for (RecordComponent component : room.getClass().getRecordComponents()) {
            collect(component.getAccessor().invoke(room), components);
        }
    }
}
