package stiffsweep.run;

import java.util.Map;
import stiffsweep.sweep.CommonSettings;
import stiffsweep.sweep.Settings;

/**
 * How much work a training is, to compare trainings with.
 *
 * <p>An epoch's work is taken as points times weights, in units of float32: matrix products are most of it.
 */
public final class TrainingWork {

    private TrainingWork() {}

    /** The work of all epochs that the settings ask for. */
    public static double of(Settings settings) {
        return of(settings, Long.MAX_VALUE);
    }

    /** The work of the first epochs, the polish after the training. */
    public static double of(Settings settings, long epochs) {
        long first = Math.min(epochs, settings.count("training.epochs"));
        double precision = settings.word("network.precision").equals("float64") ? 2 : 1;
        double work = first * precision * workOfEpoch(settings, settings.word("training.optimizer"));
        String polish = settings.word("training.polish.optimizer");
        if (polish.equals(CommonSettings.NONE)) {
            return work;
        }
        long then = Math.min(epochs - first, settings.count("training.polish.epochs"));
        return work + then * 2 * workOfEpoch(settings, polish);
    }

    /** In single precision. */
    private static double workOfEpoch(Settings settings, String optimizer) {
        double width = settings.count("network.width");
        double weights = (settings.count("network.depth") - 1) * width * width + 2 * width;
        double points = settings.under("points").values().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(".count"))
                .map(Map.Entry::getValue)
                .mapToDouble(count -> ((Number) count).doubleValue())
                .sum();
        double products = points * weights;
        return switch (optimizer) {
            case CommonSettings.NONE -> 0;
            case "levenberg-marquardt" -> products + workOfSystem(settings, points);
            default -> products;
        };
    }

    /** Of Levenberg-Marquardt: the products of the points with each other in each layer, and a factorisation in Java. */
    private static double workOfSystem(Settings settings, double points) {
        double features = settings.count("network.depth") * (double) settings.count("network.width");
        return 2 / 3.0 * points * points * features + points * points * points / 5;
    }
}
