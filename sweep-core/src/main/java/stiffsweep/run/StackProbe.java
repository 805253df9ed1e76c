package stiffsweep.run;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ExecutionSettings;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.Settings;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.loss.StackLoss;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.EngineFacts;
import stiffsweep.tensor.Tensors;
import stiffsweep.train.Training;

/**
 * Finds by a short training how many trials of a shape train fastest together: small stacks pay for the engine's calls,
 * large ones fall out of the cache. No number of a trial depends on what it finds.
 */
final class StackProbe {

    /** Trainings shorter than this are over before a measurement would pay. */
    private static final int SHORT_TRAINING = 500;

    private static final int LARGEST_ON_CPU = 64;
    private static final int LARGEST_ON_GPU = 2048;
    private static final long WARM_UP = 2;
    private static final double LEAST_SECONDS = 0.05;
    private static final int MOST_EPOCHS = 64;

    /** A larger stack must be faster by this to be worth its memory and its wait. */
    private static final double WORTH_IT = 1.02;

    private static final Map<String, StackSize> FOUND = new ConcurrentHashMap<>();

    private StackProbe() {}

    /**
     * The best size for trials of one shape; measured once in a process for each shape and device.
     *
     * @param trials how many trials there are
     */
    static StackSize bestSize(Trial example, int trials, List<String> gpus) {
        Settings settings = example.settings();
        TrainingSettings training = settings.training();
        int smallest = StackSize.smallest(settings);
        if (trials <= smallest || !training.isOn() || training.epochs() < SHORT_TRAINING) {
            return StackSize.of(Math.max(smallest, Math.min(trials, StackWork.ASSUMED_SIZE)));
        }
        ComputeDevice device = ComputeDevice.of(settings.execution().device(), gpus);
        int most = Math.min(trials, device.isGpu() ? LARGEST_ON_GPU : LARGEST_ON_CPU);
        String key = device.name() + most + StackPlanner.shape(example);
        return FOUND.computeIfAbsent(key, unknown -> measure(example, most, device));
    }

    private static StackSize measure(Trial trial, int most, ComputeDevice device) {
        return fastest(StackSize.smallest(trial.settings()), most, size -> rate(trial, size, device));
    }

    /**
     * The fastest size: doubled until two doublings in a row are not worth it.
     *
     * @param rate trial-epochs per second of a stack of so many trials
     */
    static StackSize fastest(int smallest, int most, IntToDoubleFunction rate) {
        int best = smallest;
        try {
            double bestRate = rate.applyAsDouble(best);
            for (int size = 2 * smallest; size <= most && size <= 4 * best; size *= 2) {
                double found = rate.applyAsDouble(size);
                if (found > WORTH_IT * bestRate) {
                    best = size;
                    bestRate = found;
                }
            }
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return new StackSize(best, isLimit(e) ? null : TrialFailure.reason(e));
        }
        return StackSize.of(best);
    }

    /** Memory that does not suffice and an engine that refuses end the search; anything else is a fault. */
    private static boolean isLimit(Throwable thrown) {
        return TrialFailure.isOutOfMemory(thrown) || EngineFacts.isRefusal(thrown);
    }

    /** Trial-epochs per second of a stack. */
    private static double rate(Trial trial, int size, ComputeDevice device) {
        seconds(trial, size, WARM_UP, device);
        double seconds = 0;
        long epochs = WARM_UP;
        while (seconds < LEAST_SECONDS && epochs < MOST_EPOCHS) {
            epochs *= 2;
            seconds = seconds(trial, size, epochs, device);
        }
        return size * epochs / seconds;
    }

    private static double seconds(Trial trial, int size, long epochs, ComputeDevice device) {
        Trial shortened = shortened(trial, epochs, 0);
        List<Trial> stack = IntStream.range(0, size).mapToObj(slot -> shortened).toList();
        Precision precision = trial.settings().network().precision();
        Kernel kernel = trial.settings().execution().kernel();
        try (Tensors tensors = Tensors.of(device, precision, kernel);
                Tensors doubles = Tensors.of(device, Precision.FLOAT64, kernel)) {
            StackLoss exact = StackLoss.of(stack, doubles);
            Training training = new Training(exact.in(tensors), exact);
            long start = System.nanoTime();
            training.run(List.of(), (epoch, all, error) -> {});
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /**
     * A trial with fewer epochs that runs them all.
     *
     * @param polish the epochs of its polish; 0 for none
     */
    static Trial shortened(Trial trial, long epochs, long polish) {
        SortedMap<String, Object> values = new TreeMap<>(trial.settings().values());
        values.put(TrainingSettings.EPOCHS.path(), epochs);
        values.put(TrainingSettings.STOP_BELOW.path(), 0.0);
        values.put(ExecutionSettings.CHECKPOINT_EVERY.path(), 0.0);
        if (polish == 0) {
            values.put(TrainingSettings.Polish.OPTIMIZER.path(), Optimizer.NONE.word());
        } else {
            values.put(TrainingSettings.Polish.EPOCHS.path(), polish);
        }
        return new Trial(trial.id(), trial.replicate(), trial.seed(), new Settings(values));
    }
}
