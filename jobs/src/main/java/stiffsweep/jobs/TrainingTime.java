package stiffsweep.jobs;

import java.util.Collection;
import java.util.Map;
import stiffsweep.sweep.CommonSettings;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;

/**
 * How long trials train on the cores of this machine, polish included.
 *
 * <p>An epoch's work is taken as points times weights, in units of float32: matrix products are most of it. What is
 * measured after the training comes on top, and a trial that stops early takes less. An assumed rate is that of a simple
 * equation in large stacks on a quiet machine; other problems are several times slower.
 *
 * @param seconds the time in seconds
 * @param cores how many stacks train at a time
 * @param basis where the rate is from, as the end of a sentence
 */
record TrainingTime(double seconds, int cores, String basis) {

    /** Of a core, for a network of 4 layers of 40 at 500 points in stacks of 8: 970 epochs per second times its work. */
    private static final double ASSUMED_RATE = 970 * 500.0 * (3 * 40 * 40 + 2 * 40);

    /** One finished trial, as the rate is taken from it. */
    record Finished(Trial trial, long epochs, double trainSeconds) {}

    /** The time that trials will take, at the rate of those that are finished or, where there are none, an assumed one. */
    static TrainingTime of(Collection<Trial> missing, Collection<Finished> finished) {
        double done = 0;
        double seconds = 0;
        for (Finished trial : finished) {
            if (trial.epochs() > 0 && trial.trainSeconds() > 0) {
                done += work(trial.trial().settings(), trial.epochs());
                seconds += trial.trainSeconds();
            }
        }
        double rate = seconds > 0 ? done / seconds : ASSUMED_RATE;
        String basis = seconds > 0
                ? "the rate of the finished trials"
                : "an assumed rate, for no trial is finished yet: it may be several times more";
        double work = 0;
        for (Trial trial : missing) {
            work += work(trial.settings(), Long.MAX_VALUE);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return new TrainingTime(work / rate / cores, cores, basis);
    }

    /** The work of so many epochs, or of all that the settings ask for. */
    private static double work(Settings settings, long epochs) {
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
