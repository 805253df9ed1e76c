package stiffsweep.run;

import stiffsweep.declare.Settings;
import stiffsweep.declare.TrainingSettings;

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
        TrainingSettings asked = settings.training();
        return epoch * asked.epochs()
                + (asked.polish().isOn() ? polish * asked.polish().epochs() : 0);
    }
}
