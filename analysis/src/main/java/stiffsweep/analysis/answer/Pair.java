package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.stats.Quantile;

/**
 * Two trials that agree in their replicate and in all settings but those that are compared.
 *
 * @param first the one side
 * @param second the other side
 */
record Pair(AskedTrial first, AskedTrial second) {

    /** The decimal logarithm of the ratio of the first metric to the second; NaN where one of them is no measurement. */
    double logRatio() {
        return first.logarithm() - second.logarithm();
    }

    boolean isMeasured() {
        return !Double.isNaN(logRatio());
    }

    /**
     * One log ratio for each replicate: the mean over the settings of which more than half of the pairs are measured. All
     * trials of a replicate share its seed, so that they count together. A pair that lacks a measurement counts as the median of its setting.
     *
     * @return the log ratios; those of replicates without any measured pair are left out
     */
    static double[] byReplicate(List<Pair> pairs) {
        List<Map<Long, Double>> settings = comparable(pairs);
        double[] medians = settings.stream()
                .mapToDouble(ratios -> Quantile.median(ratios.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()))
                .toArray();
        return settings.stream()
                .flatMap(ratios -> ratios.keySet().stream())
                .distinct()
                .sorted()
                .mapToDouble(replicate -> mean(settings, medians, replicate))
                .toArray();
    }

    /** The measured log ratios by replicate of each setting of which more than half of the pairs are measured. */
    static List<Map<Long, Double>> comparable(List<Pair> pairs) {
        List<Map<Long, Double>> settings = new ArrayList<>();
        for (List<Pair> setting : bySetting(pairs).values()) {
            Map<Long, Double> ratios = new LinkedHashMap<>();
            setting.stream()
                    .filter(Pair::isMeasured)
                    .forEach(pair -> ratios.put(pair.first.replicate(), pair.logRatio()));
            if (2 * ratios.size() > setting.size()) {
                settings.add(ratios);
            }
        }
        return settings;
    }

    private static double mean(List<Map<Long, Double>> settings, double[] medians, long replicate) {
        double sum = 0;
        for (int i = 0; i < medians.length; i++) {
            sum += settings.get(i).getOrDefault(replicate, medians[i]);
        }
        return sum / medians.length;
    }

    static Map<List<@Nullable Object>, List<Pair>> bySetting(List<Pair> pairs) {
        Map<List<@Nullable Object>, List<Pair>> settings = new LinkedHashMap<>();
        pairs.forEach(pair -> settings.computeIfAbsent(pair.first.setting(), key -> new ArrayList<>())
                .add(pair));
        return settings;
    }
}
