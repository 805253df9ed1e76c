package stiffsweep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import stiffsweep.space.Axis;
import stiffsweep.space.ListedAxis;

/**
 * An axis as it is written in a sweep file.
 *
 * @param axis the axis
 * @param when the conditions without which it does not apply
 * @param key its key, such as {@code sweep.grid.problem.stiffness}
 * @param place where it is written
 */
record SweptAxis(Axis axis, List<Condition> when, String key, String place) {

    SweptAxis {
        when = List.copyOf(when);
    }

    /** The path of the setting that is swept. */
    String path() {
        return axis.path();
    }

    /** The axis as a reader of a sweep file knows it. */
    String text() {
        return axis.text() + when.stream().map(Condition::text).sorted().collect(Collectors.joining());
    }

    /** One of the axis's values, as it is written: one that is drawn stands there by its interval. */
    WrittenValue written(Object value) {
        return new WrittenValue(place, key, value, axis instanceof ListedAxis ? value.toString() : axis.text());
    }

    /** The axes of a design that takes every value; one that has no end of values is a fault and left out. */
    static List<ListedAxis> listed(List<SweptAxis> axes, Faults faults) {
        List<ListedAxis> listed = new ArrayList<>();
        for (SweptAxis swept : axes) {
            if (swept.axis instanceof ListedAxis axis) {
                listed.add(axis);
            } else {
                String law =
                        "an interval must be under sweep.axes, with sweep.design = random, sobol, latin-hypercube or tpe";
                faults.add(swept.place, swept.key, law, swept.axis.text());
            }
        }
        return listed;
    }
}
