package stiffsweep.jobs;

import java.util.Collection;
import java.util.Map;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;

/**
 * How long trials train at most, on the cores of this machine.
 *
 * <p>An epoch's work is taken as points times weights, in units of float32: matrix products are most of it. What is
 * measured after the training comes on top, and a trial that stops early takes less.
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
                done += trial.epochs() * workOfEpoch(trial.trial().settings());
                seconds += trial.trainSeconds();
            }
        }
        double rate = seconds > 0 ? done / seconds : ASSUMED_RATE;
        String basis = seconds > 0 ? "the rate of the finished trials" : "an assumed rate: no trial is finished yet";
        double work = 0;
        for (Trial trial : missing) {
            work += trial.settings().count("training.epochs") * workOfEpoch(trial.settings());
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return new TrainingTime(work / rate / cores, cores, basis);
    }

    private static double workOfEpoch(Settings settings) {
        double width = settings.count("network.width");
        double weights = (settings.count("network.depth") - 1) * width * width + 2 * width;
        double points = settings.under("points").values().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(".count"))
                .map(Map.Entry::getValue)
                .mapToDouble(count -> ((Number) count).doubleValue())
                .sum();
        double precision = settings.word("network.precision").equals("float64") ? 2 : 1;
        double products = points * weights;
        boolean isDense = settings.word("training.optimizer").equals("levenberg-marquardt");
        return precision * (isDense ? products + workOfSystem(settings, points) : products);
    }

    /** Of Levenberg-Marquardt: the products of the points with each other in each layer, and a factorisation in Java. */
    private static double workOfSystem(Settings settings, double points) {
        double features = settings.count("network.depth") * (double) settings.count("network.width");
        return 2 / 3.0 * points * points * features + points * points * points / 5;
    }
}
