package stiffsweep.run;

import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Settings;

/**
 * How long a stack takes, each in seconds.
 *
 * @param first what only the first stack of its kind takes: the engine's start, truths that are solved for, compilation
 * @param aside what stands beside the epochs: preparation and measures
 * @param epoch an epoch of the training
 * @param polish an epoch of the polish; 0 where there is none
 */
public record StackTime(double first, double aside, double epoch, double polish) {

    /** The time of all epochs that settings ask for. */
    public double training(Settings settings) {
        boolean isPolished = !settings.word("training.polish.optimizer").equals(CommonSettings.NONE);
        return epoch * settings.count("training.epochs")
                + (isPolished ? polish * settings.count("training.polish.epochs") : 0);
    }
}
