package stiffsweep.config;

import com.typesafe.config.ConfigValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import stiffsweep.declare.MeasureSettings;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.stop.StopPolicy;
import stiffsweep.store.CurveColumns;

/** What a rule that ends trials asks of the sweep. */
final class StopLaws {

    private static final String EVERY = MeasureSettings.CURVE_EVERY.path();
    private static final String EPOCHS = TrainingSettings.EPOCHS.path();

    private final SweepBlocks heading;
    private final SweepPoints points;
    private final Faults faults;

    /** @param points the sweep's points, which have no faults of their own */
    StopLaws(SweepBlocks heading, SweepPoints points, Faults faults) {
        this.heading = heading;
        this.points = points;
        this.faults = faults;
    }

    void check() {
        StopPolicy policy = heading.stop();
        if (heading.replicates().metric().isPresent() || !points.checked().isEmpty()) {
            Object rule = heading.blocks().getAnyRef("sweep.stop." + StopReader.RULE);
            add(
                    StopReader.RULE,
                    "must be none where results decide on further trials, for which trials it ends depends on when they run",
                    String.valueOf(rule));
            return;
        }
        points.bases().values().forEach(base -> checkMetric(policy.metric(), base.declaration()));
        policy.within().forEach(this::checkPart);
        List<Settings> trained = points.settings().stream()
                .filter(point -> point.training().isOn())
                .toList();
        checkRungs(policy.rule().minEpochs(), trained);
        checkCohorts(policy, trained);
    }

    private void checkMetric(String metric, ProblemDeclaration problem) {
        List<String> columns = CurveColumns.numbers(problem);
        if (!columns.contains(metric)) {
            add(
                    StopReader.METRIC,
                    "must be a column of the curves of every problem; " + problem.name() + " has "
                            + String.join(", ", columns),
                    metric + NearestName.suggestion(metric, columns));
        }
    }

    private void checkPart(String part) {
        boolean isKnown = points.settings().stream()
                .flatMap(point -> point.values().keySet().stream())
                .anyMatch(path -> StopPolicy.holds(part, path));
        if (!isKnown) {
            add(StopReader.WITHIN, "must hold settings of the sweep's problems, or blocks of them", part);
        }
    }

    private void checkRungs(long minEpochs, List<Settings> trained) {
        List<Settings> judged = trained.stream()
                .filter(point -> minEpochs < point.training().epochs())
                .toList();
        if (judged.isEmpty()) {
            add(StopReader.MIN_EPOCHS, "must be less than " + EPOCHS + " of some trial", "" + minEpochs);
        }
        judged.stream().mapToInt(point -> point.measure().curveEvery()).max().stream()
                .filter(every -> every > minEpochs)
                .forEach(every -> add(
                        StopReader.MIN_EPOCHS,
                        "must be at least " + EVERY + ", the distance of the points that are compared, " + every,
                        "" + minEpochs));
    }

    private void checkCohorts(StopPolicy policy, List<Settings> trained) {
        Map<SortedMap<String, Object>, Integer> sizes = new HashMap<>();
        trained.forEach(
                point -> sizes.merge(policy.cohort(point), heading.replicates().most(), Integer::sum));
        if (sizes.values().stream().allMatch(size -> size < 2)) {
            add(
                    StopReader.WITHIN,
                    "must leave trials to compare; no two of the sweep agree in these settings",
                    String.join(", ", policy.within()));
        }
    }

    private void add(String key, String law, String got) {
        String path = "sweep.stop." + key;
        ConfigValue value = heading.blocks().getValue(path);
        // What is left to its default is written nowhere, but the rule is that asks for it.
        boolean isDefault = value.equals(CommonDefaults.configuration().getValue(path));
        ConfigValue written = isDefault ? heading.blocks().getValue("sweep.stop." + StopReader.RULE) : value;
        faults.add(Origin.of(written.origin()), path, law, got);
    }
}
