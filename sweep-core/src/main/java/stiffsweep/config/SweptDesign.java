package stiffsweep.config;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.space.Design;
import stiffsweep.space.ParzenSearch;
import stiffsweep.space.Point;

/**
 * The design that a sweep block asks for.
 *
 * @param design the rule that makes the points that are there from the beginning
 * @param spread the part of the design that spreads points over {@code sweep.axes}
 * @param search what finds the points after those; nothing where there are none
 * @param axes the design's axes, as they are written
 */
record SweptDesign(Design design, Design spread, @Nullable ParzenSearch search, List<SweptAxis> axes) {

    SweptDesign {
        axes = List.copyOf(axes);
    }

    /** The word for how points are spread over {@code sweep.axes}. */
    String word() {
        return spread instanceof Design.Drawn drawn ? drawn.sequence().word() : "grid";
    }

    /** Points that a search may come to and that show in advance what breaks a law. */
    List<Point> edges() {
        return search == null ? List.of() : search.edges();
    }

    /** Each axis over which points are drawn, under its key, as it is written. */
    SortedMap<String, String> drawn() {
        return spread instanceof Design.Drawn drawn
                ? axes.stream()
                        .filter(axis -> drawn.axes().contains(axis.axis()))
                        .collect(Collectors.toMap(SweptAxis::key, SweptAxis::text, (one, other) -> one, TreeMap::new))
                : new TreeMap<>();
    }

    /** The paths that are swept, sorted, each once. */
    List<String> paths() {
        return axes.stream().map(SweptAxis::path).distinct().sorted().toList();
    }

    /** A value that the design gives to a path, as it is written; where several axes hold it, in the first. */
    WrittenValue written(String path, Object value) {
        return axes.stream()
                .filter(swept -> swept.path().equals(path) && swept.axis().contains(value))
                .findFirst()
                .orElseThrow()
                .written(value);
    }
}
