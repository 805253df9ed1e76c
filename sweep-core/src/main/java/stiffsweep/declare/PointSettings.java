package stiffsweep.declare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stiffsweep.declare.ProblemDeclaration.Domain;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.SampleSet;

/** The settings of a problem's domain and point sets, with their defaults. */
final class PointSettings {

    private static final long VALIDATION = 256;

    private final Map<Setting, Object> defaults = new LinkedHashMap<>();

    private PointSettings() {}

    static Map<Setting, Object> of(ProblemDeclaration declaration) {
        PointSettings settings = new PointSettings();
        declaration.inputs().forEach(settings::add);
        for (SampleSet set : declaration.sampleSets()) {
            if (set instanceof SampleSet.Interval interval) {
                settings.add(interval);
            } else if (set instanceof SampleSet.Box box) {
                settings.add(box.name(), box.count(), box.sampling());
            } else if (set instanceof SampleSet.Face face) {
                settings.add(face.name(), face.count(), face.sampling());
            } else if (set instanceof SampleSet.Grid grid) {
                settings.add(grid, declaration.inputs());
            }
        }
        return settings.defaults;
    }

    private void add(Input input) {
        Domain domain = input.domain();
        if (domain == null) {
            return;
        }
        String path = "domain." + input.name() + ".";
        String column = SettingsSchema.column(input.name()) + "_";
        Law any = new Law.Anything();
        put(
                Setting.number(path + "from", column + "from", any, input.unit(), "Where the domain starts."),
                domain.from());
        put(Setting.number(path + "to", column + "to", any, input.unit(), "Where the domain ends."), domain.to());
        if (domain.nodes() > 0) {
            Setting nodes = Setting.count(
                    "points." + input.name() + ".nodes",
                    column + "nodes",
                    Law.ONE_OR_MORE,
                    "points",
                    domain.isByHalves()
                            ? "How many nodes the Gauss-Legendre rule has on each half of the range."
                            : "How many nodes the Gauss-Legendre rule has.");
            put(nodes, (long) domain.nodes());
        } else {
            Setting spacing = Setting.choice(
                    path + "spacing", column + "spacing", List.of(Spacing.values()), "How points are spread along it.");
            put(spacing, domain.spacing().word());
        }
        InputSettings.of(input.name(), domain.isPeriodic()).forEach(this::put);
    }

    private void add(SampleSet.Interval interval) {
        String path = path(interval);
        String column = column(interval);
        put(
                Setting.choice(
                        path + "spacing", column + "spacing", List.of(Spacing.values()), "How the points are spaced."),
                interval.spacing());
        put(
                Setting.number(path + "from", column + "from", new Law.Anything(), interval.unit(), "The first point."),
                interval.from());
        put(
                Setting.number(path + "to", column + "to", new Law.Anything(), interval.unit(), "The last point."),
                interval.to());
        put(Setting.count(path + "count", column + "count", new Law.AtLeast(2), "points", "How many points."), (long)
                interval.count());
    }

    private void add(String set, int count, Sampling sampling) {
        String path = "points." + set + ".";
        String column = SettingsSchema.column(set) + "_";
        put(Setting.count(path + "count", column + "count", Law.ONE_OR_MORE, "points", "How many points."), (long)
                count);
        put(
                Setting.choice(
                        path + "sampling",
                        column + "sampling",
                        List.of(Sampling.values()),
                        "How the points are spread."),
                sampling.word());
        put(
                Setting.count(
                        path + "redraw",
                        column + "redraw",
                        Law.NOT_NEGATIVE,
                        "epochs",
                        "After how many epochs points are drawn anew; 0: never."),
                0L);
        put(
                Setting.count(
                        path + "validation",
                        column + "validation",
                        Law.ONE_OR_MORE,
                        "points",
                        "Where points are drawn anew: how many fixed points losses are compared on."),
                VALIDATION);
    }

    private void add(SampleSet.Grid grid, List<Input> inputs) {
        List<Input> spread = inputs.stream().filter(Input::isSpread).toList();
        for (int i = 0; i < spread.size(); i++) {
            String input = spread.get(i).name();
            put(
                    Setting.count(
                            path(grid) + input,
                            column(grid) + SettingsSchema.column(input),
                            new Law.AtLeast(2),
                            "points",
                            "How many points along " + input + "."),
                    (long) grid.counts().get(i));
        }
    }

    private static String path(SampleSet set) {
        return "points." + set.name() + ".";
    }

    private static String column(SampleSet set) {
        return SettingsSchema.column(set.name()) + "_";
    }

    private void put(Setting setting, Object value) {
        defaults.put(setting, value);
    }
}
