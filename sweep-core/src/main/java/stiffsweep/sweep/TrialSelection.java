package stiffsweep.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import stiffsweep.declare.Settings;
import stiffsweep.stats.Quantile;

/** Works out the trials of a sweep from what is known of them. */
final class TrialSelection {

    private static final double[] UNASKED = {};

    private final Sweep sweep;
    private final Scores known;

    TrialSelection(Sweep sweep, Scores known) {
        this.sweep = sweep;
        this.known = known;
    }

    AskedTrials asked() {
        Spread.Points points = sweep.spread().points(sweep.points(), this::score);
        return new AskedTrials(trials(new LinkedHashSet<>(points.settings())), points.lawless());
    }

    /** Every trial, each once: replicate by replicate, points in their order. */
    private List<Trial> trials(Set<Settings> points) {
        Map<Settings, Integer> wanted = new LinkedHashMap<>();
        for (Settings point : points) {
            wanted.put(point, wanted(point));
        }
        Map<TrialId, Trial> trials = new LinkedHashMap<>();
        int most = wanted.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int replicate = 0; replicate < most; replicate++) {
            for (Map.Entry<Settings, Integer> point : wanted.entrySet()) {
                if (replicate < point.getValue()) {
                    Trial trial = sweep.trial(point.getKey(), replicate);
                    trials.putIfAbsent(trial.id(), trial);
                }
            }
        }
        return List.copyOf(trials.values());
    }

    private int wanted(Settings point) {
        Optional<String> metric = sweep.replicates().metric();
        return sweep.replicates().wanted(metric.isEmpty() ? UNASKED : scores(point, metric.get()));
    }

    /** The median over all replicates that are asked for; nothing while one of them is not known. */
    private OptionalDouble score(Settings point) {
        double[] scores = scores(point, sweep.spread().metric().orElseThrow());
        int wanted = wanted(point);
        return scores.length < wanted
                ? OptionalDouble.empty()
                : OptionalDouble.of(Quantile.median(Arrays.copyOf(scores, wanted)));
    }

    /** The numbers of a point's replicates, up to the first that has not run. */
    private double[] scores(Settings point, String metric) {
        List<Double> scores = new ArrayList<>();
        for (int replicate = 0; replicate < sweep.replicates().most(); replicate++) {
            OptionalDouble score = known.of(sweep.trial(point, replicate).id(), metric);
            if (score.isEmpty()) {
                break;
            }
            scores.add(score.getAsDouble());
        }
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
