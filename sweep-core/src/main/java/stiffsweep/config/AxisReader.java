package stiffsweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import stiffsweep.space.Axis;

/** Reads the axes of one {@code grid} or {@code zip}: an object whose leaves are values for settings. */
final class AxisReader {

    private static final Set<String> SPACED = Set.of("linspace", "logspace", "range");
    private static final Set<ConfigValueType> SCALARS =
            Set.of(ConfigValueType.NUMBER, ConfigValueType.STRING, ConfigValueType.BOOLEAN);
    private static final String LAW = "an axis must be a list, { linspace = [from, to], count = n },"
            + " { logspace = [from, to], count = n } or { range = [from, to], step = s }";

    private final String key;
    private final Faults faults;
    private final List<SweptAxis> axes = new ArrayList<>();

    private AxisReader(String key, Faults faults) {
        this.key = key;
        this.faults = faults;
    }

    /** The axes of an object, sorted by path; one that breaks a law is a fault and left out. */
    static List<SweptAxis> read(ConfigObject object, String key, Faults faults) {
        AxisReader reader = new AxisReader(key, faults);
        object.forEach((name, value) -> reader.read(ConfigUtil.joinPath(name), value));
        reader.axes.sort(Comparator.comparing(swept -> swept.axis().path()));
        return List.copyOf(reader.axes);
    }

    private void read(String path, ConfigValue value) {
        if (value instanceof ConfigList list) {
            listed(path, list);
        } else if (value instanceof ConfigObject object
                && object.keySet().stream().anyMatch(SPACED::contains)) {
            spaced(path, object);
        } else if (value instanceof ConfigObject object && !object.isEmpty()) {
            object.forEach((name, inner) -> read(path + "." + ConfigUtil.joinPath(name), inner));
        } else {
            faults.add(written(path, value), LAW);
        }
    }

    private void listed(String path, ConfigList list) {
        for (ConfigValue value : list) {
            if (!SCALARS.contains(value.valueType())) {
                faults.add(written(path, value), "values of an axis must be numbers, words, true or false");
                return;
            }
        }
        add(path, list, () -> new Axis.Values(path, list.unwrapped()));
    }

    private void spaced(String path, ConfigObject object) {
        String spacing = object.keySet().stream()
                .filter(SPACED::contains)
                .sorted()
                .findFirst()
                .orElseThrow();
        String amount = spacing.equals("range") ? "step" : "count";
        ConfigValue ends = object.get(spacing);
        ConfigValue size = object.get(amount);
        if (ends == null || size == null || object.size() != 2) {
            faults.add(written(path, object), LAW);
            return;
        }
        if (!(ends instanceof ConfigList list)
                || list.size() != 2
                || !list.stream().allMatch(AxisReader::isNumber)) {
            faults.add(written(path + "." + spacing, ends), "the ends of an axis must be two numbers [from, to]");
            return;
        }
        if (amount.equals("count")) {
            counted(path, spacing, list, size);
        } else if (isNumber(size)) {
            add(path, list, () -> new Axis.Range(path, number(list.get(0)), number(list.get(1)), number(size)));
        } else {
            faults.add(written(path + ".step", size), "must be a number");
        }
    }

    private void counted(String path, String spacing, ConfigList ends, ConfigValue size) {
        Long count = TypedValue.count(size.unwrapped());
        if (count == null) {
            faults.add(written(path + ".count", size), "must be a whole number of at most 2^31 - 1");
            return;
        }
        double from = number(ends.get(0));
        double to = number(ends.get(1));
        add(
                path,
                ends,
                () -> spacing.equals("linspace")
                        ? new Axis.Linspace(path, from, to, count.intValue())
                        : new Axis.Logspace(path, from, to, count.intValue()));
    }

    /** Adds the axis that is made, or the law that it breaks. */
    private void add(String path, ConfigValue at, Supplier<Axis> axis) {
        String place = Place.of(at.origin());
        try {
            axes.add(new SweptAxis(axis.get(), key + "." + path, place));
        } catch (IllegalArgumentException e) {
            // The axis starts with its path, which is the end of the fault's key.
            String sentence = String.valueOf(e.getMessage()).substring(path.length() + ": ".length());
            faults.add(place, key + "." + path, sentence);
        }
    }

    private WrittenValue written(String path, ConfigValue value) {
        return WrittenValue.of(key + "." + path, value);
    }

    private static boolean isNumber(ConfigValue value) {
        return value.valueType() == ConfigValueType.NUMBER;
    }

    private static double number(ConfigValue value) {
        return ((Number) value.unwrapped()).doubleValue();
    }
}
