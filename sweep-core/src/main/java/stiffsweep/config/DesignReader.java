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
import stiffsweep.space.ListedAxis;
import stiffsweep.sweep.Spread;

/**
 * Reads the design of a sweep block: what is spread over {@code axes}, grid, zip and the union of the blocks multiply, and
 * so, the spread axes aside, within each block.
 */
final class DesignReader {

    /** The keys that make a design of which every point is taken. */
    static final List<String> KEYS = List.of("grid", "zip", "blocks");

    /** The key of the axes that {@link SpreadReader} spreads points over. */
    static final String SPREAD_AXES = "axes";

    private final Faults faults;
    private final List<SweptAxis> axes = new ArrayList<>();

    private DesignReader(Faults faults) {
        this.faults = faults;
    }

    /** The design of a sweep block; a part that breaks a law is a fault and left out. */
    static SweptDesign read(SweepBlocks heading, Faults faults) {
        DesignReader reader = new DesignReader(faults);
        ConfigObject sweep = heading.sweep();
        Set<String> swept = new TreeSet<>();
        List<SweptAxis> spreadAxes = reader.axes(sweep.get(SPREAD_AXES), "sweep." + SPREAD_AXES, swept);
        SpreadReader.Found spread = new SpreadReader(sweep, spreadAxes, faults).read(heading.seed());
        Design design = new Design.Product(List.of(spread.design(), reader.product(sweep, "sweep", swept)));
        if (spread.search() != null) {
            reader.refuseAxesBeside(spreadAxes);
        }
        return new SweptDesign(design, spread.design(), spread.search(), reader.axes);
    }

    /** A score is that of a point of {@code sweep.axes}, which must be a whole point then. */
    private void refuseAxesBeside(List<SweptAxis> spreadAxes) {
        axes.stream()
                .filter(axis -> !spreadAxes.contains(axis))
                .forEach(axis -> faults.add(
                        axis.place(),
                        axis.key(),
                        "an axis must be under sweep.axes where sweep.design = " + Spread.Search.WORD,
                        "one beside it"));
    }

    private Design product(ConfigObject block, String key, Set<String> sweptOutside) {
        Set<String> swept = new TreeSet<>(sweptOutside);
        List<Design> factors = new ArrayList<>();
        factors.add(new Design.Grid(SweptAxis.listed(axes(block.get("grid"), key + ".grid", swept), faults)));
        List<SweptAxis> zipped = axes(block.get("zip"), key + ".zip", swept);
        List<ListedAxis> columns = SweptAxis.listed(zipped, faults);
        if (!columns.isEmpty() && columns.size() == zipped.size() && areEquallyLong(zipped, columns)) {
            factors.add(new Design.Zip(columns));
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
            if (!swept.add(axis.path())) {
                faults.add(axis.place(), axis.key(), "axes that multiply must be over different keys", "the key twice");
            }
        }
        axes.addAll(read);
        return read;
    }

    private boolean areEquallyLong(List<SweptAxis> zipped, List<ListedAxis> columns) {
        int length = columns.get(0).values().size();
        boolean equal = true;
        for (int i = 0; i < columns.size(); i++) {
            int got = columns.get(i).values().size();
            if (got != length) {
                String law = "axes of a zip must be equally long, and "
                        + zipped.get(0).key() + " has " + length + " values";
                faults.add(zipped.get(i).place(), zipped.get(i).key(), law, String.valueOf(got));
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
