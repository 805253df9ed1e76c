package stiffsweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import stiffsweep.space.Axis;
import stiffsweep.space.ListedAxis;

/** Reads a block of axes, such as a {@code grid}: an object whose leaves are values for settings. */
final class AxisReader {

    private static final String CHOICE = "choice";
    private static final String WHEN = "when";
    private static final Set<ConfigValueType> SCALARS =
            Set.of(ConfigValueType.NUMBER, ConfigValueType.STRING, ConfigValueType.BOOLEAN);
    private static final String LAW = "an axis must be a list, { linspace = [from, to], count = n },"
            + " { logspace = [from, to], count = n }, { range = [from, to], step = s }, { choice = [..] },"
            + " { uniform = [from, to] }, { log-uniform = [from, to] } or { int-uniform = [from, to] },"
            + " and an object may add when = { key = value }";

    private final String block;
    private final Faults faults;
    private final List<SweptAxis> axes = new ArrayList<>();

    private AxisReader(String block, Faults faults) {
        this.block = block;
        this.faults = faults;
    }

    /** The axes of an object, sorted by path; one that breaks a law is a fault and left out. */
    static List<SweptAxis> read(ConfigObject object, String key, Faults faults) {
        AxisReader reader = new AxisReader(key, faults);
        object.forEach((name, value) -> reader.read(ConfigUtil.joinPath(name), value));
        reader.axes.sort(Comparator.comparing(SweptAxis::path));
        return List.copyOf(reader.axes);
    }

    private void read(String path, ConfigValue value) {
        if (value instanceof ConfigList list) {
            add(path, list, List.of(), () -> listed(path, list));
            return;
        }
        if (!(value instanceof ConfigObject object) || object.isEmpty()) {
            faults.add(written(path, value), LAW);
            return;
        }
        Optional<SpacedForm> form = SpacedForm.of(object);
        if (form.isPresent()) {
            spaced(path, form.get(), object);
        } else if (object.containsKey(CHOICE)) {
            choice(path, object);
        } else {
            object.forEach((name, inner) -> read(path + "." + ConfigUtil.joinPath(name), inner));
        }
    }

    private void spaced(String path, SpacedForm form, ConfigObject object) {
        if (hasOnly(form.keys(), path, object)) {
            add(path, form.ends(object), when(path, object), () -> form.axis(path, block + "." + path, object, faults));
        }
    }

    private void choice(String path, ConfigObject object) {
        if (!hasOnly(List.of(CHOICE), path, object)) {
            return;
        }
        if (object.get(CHOICE) instanceof ConfigList list) {
            add(path, list, when(path, object), () -> listed(path, list));
        } else {
            faults.add(written(path, object), LAW);
        }
    }

    private Optional<Axis> listed(String path, ConfigList list) {
        for (ConfigValue value : list) {
            if (!SCALARS.contains(value.valueType())) {
                faults.add(written(path, value), "values of an axis must be numbers, words, true or false");
                return Optional.empty();
            }
        }
        return Optional.of(new ListedAxis.Values(path, list.unwrapped()));
    }

    private boolean hasOnly(Collection<String> keys, String path, ConfigObject object) {
        Set<String> got = new TreeSet<>(object.keySet());
        got.remove(WHEN);
        boolean only = got.equals(Set.copyOf(keys));
        if (!only) {
            faults.add(written(path, object), LAW);
        }
        return only;
    }

    private List<Condition> when(String path, ConfigObject object) {
        return Condition.read(block + "." + path + "." + WHEN, object.get(WHEN), faults);
    }

    /** Adds the axis that is made, if any, or the law that it breaks. */
    private void add(String path, ConfigValue at, List<Condition> when, Supplier<Optional<Axis>> made) {
        String place = Origin.of(at.origin());
        String key = block + "." + path;
        try {
            made.get().ifPresent(axis -> axes.add(new SweptAxis(axis, when, key, place)));
        } catch (IllegalArgumentException e) {
            faults.add(place, key, String.valueOf(e.getMessage()));
        }
    }

    private WrittenValue written(String path, ConfigValue value) {
        return WrittenValue.of(block + "." + path, value);
    }
}
