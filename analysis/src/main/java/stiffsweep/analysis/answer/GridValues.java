package stiffsweep.analysis.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import stiffsweep.stats.GridAnova;

/**
 * The logarithms of a metric on a grid, replicate by replicate, with those that are missing put in.
 *
 * <p>Where a replicate of a setting has no measurement, the mean of the others stands in, moved by what the replicate's seed
 * does elsewhere. Where a setting has too few measurements, what main effects and pairs of the others predict stands in. What
 * stands in adds no effect of its own.
 *
 * @param replicates the numbers [replicates][combinations]
 * @param guessed how many combinations are predicted
 */
record GridValues(List<List<Double>> replicates, long guessed) {

    private static final int ROUNDS = 200;

    /** The values of settings, of which each combination names one, or none by -1. */
    static GridValues of(SettingGrid grid, List<MeasuredSetting> settings) {
        Map<Long, double[]> rows = new TreeMap<>();
        int cells = grid.settingAt().size();
        for (int cell = 0; cell < cells; cell++) {
            int at = cell;
            int setting = grid.settingAt().get(cell);
            if (setting >= 0 && settings.get(setting).hasLogarithms()) {
                settings.get(setting)
                        .trials()
                        .forEach(trial -> rows.computeIfAbsent(trial.replicate(), replicate -> nothing(cells))[at] =
                                trial.logarithm());
            }
        }
        // A replicate that few settings have, as where seeds are added to some, would be mostly made up.
        double[][] values = rows.values().stream()
                .filter(row -> 2
                                * Arrays.stream(row)
                                        .filter(number -> !Double.isNaN(number))
                                        .count()
                        > cells)
                .toArray(double[][]::new);
        double[] means = new double[cells];
        Arrays.setAll(
                means,
                cell -> Arrays.stream(values)
                        .mapToDouble(row -> row[cell])
                        .filter(number -> !Double.isNaN(number))
                        .average()
                        .orElse(Double.NaN));
        long guessed = Arrays.stream(means).filter(Double::isNaN).count();
        if (guessed < cells) {
            predict(grid.levels(), means);
        }
        for (double[] row : values) {
            double shift = IntStream.range(0, cells)
                    .filter(cell -> !Double.isNaN(row[cell]))
                    .mapToDouble(cell -> row[cell] - means[cell])
                    .average()
                    .orElse(0);
            Arrays.setAll(row, cell -> Double.isNaN(row[cell]) ? means[cell] + shift : row[cell]);
        }
        return new GridValues(
                Arrays.stream(values)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                guessed);
    }

    double[][] table() {
        return replicates.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static double[] nothing(int cells) {
        double[] row = new double[cells];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    /** Puts the least-squares prediction where a number is missing: by main effects, then with pairs where more can be told apart. */
    private static void predict(int[] levels, double[] means) {
        int[] missing = IntStream.range(0, means.length)
                .filter(cell -> Double.isNaN(means[cell]))
                .toArray();
        double mean = Arrays.stream(means)
                .filter(number -> !Double.isNaN(number))
                .average()
                .orElse(0);
        IntStream.of(missing).forEach(cell -> means[cell] = mean);
        for (int together = 1; missing.length > 0 && together <= (levels.length > 2 ? 2 : 1); together++) {
            for (int round = 0; round < ROUNDS; round++) {
                double[] predicted = GridAnova.predicted(levels, means, together);
                IntStream.of(missing).forEach(cell -> means[cell] = predicted[cell]);
            }
        }
    }
}
