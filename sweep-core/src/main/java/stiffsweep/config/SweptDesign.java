package stiffsweep.config;

import java.util.List;
import stiffsweep.space.Design;

/**
 * The design that a sweep block asks for.
 *
 * @param design the rule that makes the points
 * @param spread the part of the design that spreads points over {@code sweep.axes}
 * @param axes the design's axes, as they are written
 */
record SweptDesign(Design design, Design spread, List<SweptAxis> axes) {

    SweptDesign {
        axes = List.copyOf(axes);
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
