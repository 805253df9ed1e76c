package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.space.Axis;
import stiffsweep.space.Design;
import stiffsweep.space.ParzenSearch;
import stiffsweep.space.Sequence;
import stiffsweep.sweep.Spread;

/** Reads how the points of a sweep are spread over {@code sweep.axes}: {@code sweep.design} and {@code sweep.count}, and what a search needs. */
final class SpreadReader {

    /** The keys that are read beside the axes. */
    static final List<String> KEYS = List.of("design", "count", "metric", SearchReader.KEY);

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

    /**
     * What spreads points over the axes.
     *
     * @param design the points that are there from the beginning
     * @param search what finds the points after those; nothing where there are none
     */
    record Found(Design design, @Nullable ParzenSearch search) {

        private static Found of(Design design) {
            return new Found(design, null);
        }
    }

    /** The design over the axes; of one that breaks a law, which is a fault, the grid of no axes. */
    Found read(long seed) {
        WrittenValue design = written("design").orElse(new WrittenValue("", "sweep.design", GRID, GRID));
        Optional<WrittenValue> count = written("count");
        if (GRID.equals(design.raw())) {
            count.ifPresent(value ->
                    faults.add(value, "must be left out where sweep.design = grid, which has a count of its own"));
            return Found.of(new Design.Grid(SweptAxis.listed(axes, faults)));
        }
        Optional<Sequence> sequence = Arrays.stream(Sequence.values())
                .filter(candidate -> candidate.word().equals(design.raw()))
                .findFirst();
        boolean isSearch = Spread.Search.WORD.equals(design.raw());
        if (sequence.isEmpty() && !isSearch) {
            faults.add(design, "must be one of " + words());
        } else if (axes.isEmpty()) {
            faults.add(design.place(), "sweep.axes", "must have an axis where sweep.design = " + design.raw(), "none");
        } else if (count.isEmpty()) {
            faults.add(design.place(), "sweep.count", "must be there where sweep.design = " + design.raw(), "none");
        } else {
            int most = isSearch ? ParzenSearch.MOST_POINTS : Design.Drawn.MOST_POINTS;
            return count(count.get(), most)
                    .map(points -> sequence.map(drawn -> Found.of(new Design.Drawn(drawn, unplaced(), points, seed)))
                            .orElseGet(() -> searched(points, seed)))
                    .orElse(Found.of(new Design.Grid(List.of())));
        }
        return Found.of(new Design.Grid(List.of()));
    }

    private Optional<Integer> count(WrittenValue written, int most) {
        Long count = TypedValue.count(written.raw());
        if (count == null || count < 1 || count > most) {
            faults.add(written, "must be a whole number, 1 or more and at most " + most);
            return Optional.empty();
        }
        return Optional.of(count.intValue());
    }

    private Found searched(int count, long seed) {
        ConfigValue block = sweep.get(SearchReader.KEY);
        if (!(block instanceof ConfigObject tuning)) {
            WrittenValue written = WrittenValue.of("sweep." + SearchReader.KEY, Objects.requireNonNull(block));
            faults.add(written, "must be an object");
            return Found.of(new Design.Grid(List.of()));
        }
        ParzenSearch search = new ParzenSearch(unplaced(), count, seed, SearchReader.read(tuning, faults));
        return new Found(search.start(), search);
    }

    private List<Axis> unplaced() {
        return axes.stream().map(SweptAxis::axis).toList();
    }

    private Optional<WrittenValue> written(String key) {
        return Optional.ofNullable(sweep.get(key))
                .filter(value -> value.valueType() != ConfigValueType.NULL)
                .map(value -> WrittenValue.of("sweep." + key, value));
    }

    private static String words() {
        Stream<String> sequences = Arrays.stream(Sequence.values()).map(Sequence::word);
        return Stream.concat(Stream.concat(Stream.of(GRID), sequences), Stream.of(Spread.Search.WORD))
                .collect(Collectors.joining(", "));
    }
}
