package stiffsweep.folder;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.formula.Formula;
import stiffsweep.space.Axis;
import stiffsweep.space.IntervalAxis;
import stiffsweep.space.ParzenSearch;
import stiffsweep.space.Point;
import stiffsweep.sweep.MadePoint;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.Spread;
import stiffsweep.sweep.Sweep;

/** Sweeps over the stiffness of a decay, small enough to be checked by hand. */
public final class DecaySweep {

    private static final ProblemDeclaration DECAY = ProblemDeclaration.of("decay", "y' = -stiffness y", "")
            .parameter("stiffness", 1, new Law.GreaterThan(0), "1/s", "The rate of decay.")
            .interval("residual", "linear", 0, 1, 11, "s")
            .equation("equation", "residual", 1, "The equation holds.", Formula.truthOf("y"))
            .fields("y")
            .build();

    /** The epochs of every trial; its curve has a point each four. */
    public static final long EPOCHS = 100;

    private DecaySweep() {}

    /** The stiffnesses 1, 2, .., each repeated, in stacks of a size at most. */
    public static Sweep of(int stiffnesses, int replicates, int stack) {
        return of(stiffnesses, new Replicates.Fixed(replicates), stack);
    }

    public static Sweep of(int stiffnesses, Replicates replicates, int stack) {
        List<Settings> points = IntStream.rangeClosed(1, stiffnesses)
                .mapToObj(stiffness -> settings(stiffness, stack))
                .toList();
        return of(points, replicates, new Spread.Listed("grid", new TreeMap<>()));
    }

    /** A search for the stiffness with the smallest error, in batches of 3 after a start of 4. */
    public static Sweep search(int count) {
        Axis axis = new IntervalAxis.LogUniform("problem.stiffness", 0.1, 10);
        ParzenSearch search = new ParzenSearch(List.of(axis), count, 3, new ParzenSearch.Tuning(4, 3, 24, 0.25));
        Function<Point, MadePoint> maker = point -> new MadePoint(
                point, settings((double) Objects.requireNonNull(point.values().get(axis.path())), 2), List.of());
        List<Settings> start = search.start().points().stream()
                .map(point -> maker.apply(point).settings())
                .toList();
        return of(start, new Replicates.Fixed(1), new Spread.Search(search, "error_mse", maker, new TreeMap<>()));
    }

    private static Sweep of(List<Settings> points, Replicates replicates, Spread spread) {
        return new Sweep(
                "decay-sweep",
                7,
                0,
                replicates,
                points,
                List.of("problem.stiffness"),
                spread,
                new TreeMap<>(Map.of("decay", DECAY)),
                new TreeMap<>(Map.of("decay", schema())));
    }

    private static Settings settings(double stiffness, int stack) {
        SortedMap<String, Object> point = new TreeMap<>(schema().defaults().values());
        point.put("problem.kind", "decay");
        point.put("problem.stiffness", stiffness);
        point.put("training.stack", (double) stack);
        return new Settings(point);
    }

    private static SettingsSchema schema() {
        return SettingsSchema.of(DECAY, commonDefaults());
    }

    private static Settings commonDefaults() {
        SortedMap<String, Object> defaults = new TreeMap<>();
        for (Setting setting : CommonSettings.all()) {
            defaults.put(
                    setting.path(),
                    switch (setting.type()) {
                        case NUMBER, NUMBER_OR_RULE -> 0.5;
                        case COUNT -> 4L;
                        case SWITCH -> true;
                        case WORD ->
                            setting.law() instanceof Law.OneOf choice
                                    ? choice.words().get(0)
                                    : "equal";
                    });
        }
        defaults.put("training.epochs", EPOCHS);
        return new Settings(defaults);
    }
}
