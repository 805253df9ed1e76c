package stiffsweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stiffsweep.space.Design;

/** Reads the design of a sweep block: grid, zip and the union of the blocks multiply, and so within each block. */
final class DesignReader {

    /** The keys that make a design. */
    static final List<String> KEYS = List.of("grid", "zip", "blocks");

    private final Faults faults;
    private final List<SweptAxis> axes = new ArrayList<>();

    private DesignReader(Faults faults) {
        this.faults = faults;
    }

    /** The design of a resolved sweep block; a part that breaks a law is a fault and left out. */
    static SweptDesign read(ConfigObject sweep, Faults faults) {
        DesignReader reader = new DesignReader(faults);
        Design design = reader.product(sweep, "sweep", Set.of());
        return new SweptDesign(design, reader.axes);
    }

    private Design product(ConfigObject block, String key, Set<String> sweptOutside) {
        Set<String> swept = new TreeSet<>(sweptOutside);
        List<Design> factors = new ArrayList<>();
        factors.add(new Design.Grid(axes(block.get("grid"), key + ".grid", swept).stream()
                .map(SweptAxis::axis)
                .toList()));
        List<SweptAxis> zipped = axes(block.get("zip"), key + ".zip", swept);
        if (!zipped.isEmpty() && areEquallyLong(zipped)) {
            factors.add(new Design.Zip(zipped.stream().map(SweptAxis::axis).toList()));
        }
        List<Design> blocks = blocks(block.get("blocks"), key + ".blocks", swept);
        if (!blocks.isEmpty()) {
            factors.add(new Design.Union(blocks));
        }
        return new Design.Product(factors);
    }

    private List<SweptAxis> axes(@Nullable ConfigValue value, String key, Set<String> swept) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ConfigObject object)) {
            faults.add(WrittenValue.of(key, value), "must be an object of axes");
            return List.of();
        }
        List<SweptAxis> read = AxisReader.read(object, key, faults);
        for (SweptAxis axis : read) {
            if (!swept.add(axis.axis().path())) {
                faults.add(axis.place(), axis.key(), "axes that multiply must be over different keys", "the key twice");
            }
        }
        axes.addAll(read);
        return read;
    }

    private boolean areEquallyLong(List<SweptAxis> zipped) {
        SweptAxis first = zipped.get(0);
        int length = first.axis().values().size();
        boolean equal = true;
        for (SweptAxis axis : zipped) {
            int got = axis.axis().values().size();
            if (got != length) {
                String law = "axes of a zip must be equally long, and " + first.key() + " has " + length + " values";
                faults.add(axis.place(), axis.key(), law, String.valueOf(got));
                equal = false;
            }
        }
        return equal;
    }

    private List<Design> blocks(@Nullable ConfigValue value, String key, Set<String> swept) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ConfigList list)) {
            faults.add(WrittenValue.of(key, value), "must be a list of blocks");
            return List.of();
        }
        List<Design> blocks = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String blockKey = key + "[" + i + "]";
            if (list.get(i) instanceof ConfigObject block) {
                UnknownKeys.refuse(block, blockKey, KEYS, faults);
                blocks.add(product(block, blockKey, swept));
            } else {
                faults.add(
                        WrittenValue.of(blockKey, list.get(i)), "must be a block { grid {..}, zip {..}, blocks [..] }");
            }
        }
        return blocks;
    }
}
