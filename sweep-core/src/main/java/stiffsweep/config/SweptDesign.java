package stiffsweep.config;

import java.util.List;
import stiffsweep.space.Design;

/**
 * The design that a sweep block asks for.
 *
 * @param design the rule that makes the points
 * @param axes its axes, as they are written
 */
record SweptDesign(Design design, List<SweptAxis> axes) {

    SweptDesign {
        axes = List.copyOf(axes);
    }

    /** The paths that are swept, sorted, each once. */
    List<String> paths() {
        return axes.stream()
                .map(swept -> swept.axis().path())
                .distinct()
                .sorted()
                .toList();
    }

    /** A value that the design gives to a path, as it is written; where several axes hold it, in the first. */
    WrittenValue written(String path, Object value) {
        return axes.stream()
                .filter(swept -> swept.axis().path().equals(path))
                .filter(swept -> swept.axis().values().contains(value))
                .map(swept -> new WrittenValue(swept.place(), swept.key(), value, value.toString()))
                .findFirst()
                .orElseThrow();
    }
}
