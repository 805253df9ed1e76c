package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stiffsweep.space.Design;
import stiffsweep.space.Sequence;

/** Reads how the points of a sweep are spread over {@code sweep.axes}: {@code sweep.design} and {@code sweep.count}. */
final class SpreadReader {

    /** The keys that are read beside the axes. */
    static final List<String> KEYS = List.of("design", "count");

    private static final String GRID = "grid";

    private final ConfigObject sweep;
    private final List<SweptAxis> axes;
    private final Faults faults;

    /**
     * @param sweep the sweep block, resolved
     * @param axes the axes of {@code sweep.axes}
     */
    SpreadReader(ConfigObject sweep, List<SweptAxis> axes, Faults faults) {
        this.sweep = sweep;
        this.axes = axes;
        this.faults = faults;
    }

    /** The design over the axes; of one that breaks a law, which is a fault, the grid of no axes. */
    Design read(long seed) {
        WrittenValue design = written("design").orElse(new WrittenValue("", "sweep.design", GRID, GRID));
        Optional<WrittenValue> count = written("count");
        if (GRID.equals(design.raw())) {
            count.ifPresent(value ->
                    faults.add(value, "must be left out where sweep.design = grid, which has a count of its own"));
            return new Design.Grid(SweptAxis.listed(axes, faults));
        }
        Optional<Sequence> sequence = Arrays.stream(Sequence.values())
                .filter(candidate -> candidate.word().equals(design.raw()))
                .findFirst();
        if (sequence.isEmpty()) {
            faults.add(design, "must be one of " + words());
        } else if (axes.isEmpty()) {
            faults.add(design.place(), "sweep.axes", "must have an axis where sweep.design = " + design.raw(), "none");
        } else if (count.isEmpty()) {
            faults.add(design.place(), "sweep.count", "must be there where sweep.design = " + design.raw(), "none");
        } else {
            return drawn(sequence.get(), count.get(), seed);
        }
        return new Design.Grid(List.of());
    }

    private Design drawn(Sequence sequence, WrittenValue written, long seed) {
        Long count = TypedValue.count(written.raw());
        if (count == null || count < 1 || count > Design.Drawn.MOST_POINTS) {
            faults.add(written, "must be a whole number, 1 or more and at most " + Design.Drawn.MOST_POINTS);
            return new Design.Grid(List.of());
        }
        return new Design.Drawn(sequence, axes.stream().map(SweptAxis::axis).toList(), count.intValue(), seed);
    }

    private Optional<WrittenValue> written(String key) {
        return Optional.ofNullable(sweep.get(key))
                .filter(value -> value.valueType() != ConfigValueType.NULL)
                .map(value -> WrittenValue.of("sweep." + key, value));
    }

    private static String words() {
        return Stream.concat(Stream.of(GRID), Arrays.stream(Sequence.values()).map(Sequence::word))
                .collect(Collectors.joining(", "));
    }
}
