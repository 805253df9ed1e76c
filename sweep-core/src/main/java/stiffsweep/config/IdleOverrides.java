package stiffsweep.config;

import java.util.List;

/** Refuses overrides that would change nothing: those of keys that get their value from an axis in every point. */
final class IdleOverrides {

    private IdleOverrides() {}

    static void refuse(WrittenSettings written, SweptDesign design, Faults faults) {
        for (String path : design.paths()) {
            WrittenValue override = written.literals().get(path);
            if (override != null && override.place().startsWith(Overlay.PLACE)) {
                List<SweptAxis> axes = design.axes().stream()
                        .filter(axis -> axis.path().equals(path))
                        .toList();
                if (axes.stream().allMatch(axis -> axis.when().isEmpty())
                        && design.design().points().stream()
                                .allMatch(point -> point.values().containsKey(path))) {
                    String key = axes.get(0).key();
                    String got = "one that " + key + " gives all its values: override the axis, as in --set '" + key
                            + "=[" + override.text() + "]'";
                    faults.add(override.place(), path, "an override must be of a key that no axis is over", got);
                }
            }
        }
    }
}
