package stiffsweep.declare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.TrainingDevice;

/**
 * How the work is done, which {@code training.*} also says; no number depends on it by more than round-off.
 *
 * @param stack the most trials that train together; null where a measurement finds it
 */
public record ExecutionSettings(@Nullable Integer stack, double checkpointEvery, TrainingDevice device, Kernel kernel) {

    private static final String AUTO = "auto";

    static final Setting STACK = new Setting(
            "training.stack",
            "stack",
            ValueType.NUMBER_OR_RULE,
            new Law.AtLeast(2),
            List.of(AUTO),
            Setting.Role.EXECUTION,
            "trials",
            "The most trials that train together as one program.");

    public static final Setting CHECKPOINT_EVERY = Setting.number(
                    "training.checkpoint-every",
                    "checkpoint_every",
                    Law.NOT_NEGATIVE,
                    "minutes",
                    "How often the state of a training is kept, from which it goes on after a crash; 0 never.")
            .forExecution();

    static final Setting DEVICE = Setting.choice(
                    "training.device",
                    "device_planned",
                    List.of(TrainingDevice.values()),
                    "The device: auto is the GPU that Spark gives to the task, or else the CPU.")
            .forExecution();

    public static final Setting KERNEL = Setting.choice(
                    "training.kernel",
                    "kernel_planned",
                    List.of(Kernel.values()),
                    "What evaluates networks and their gradients: loops of our own on the CPU (fused), or PyTorch (engine).")
            .forExecution();

    static final List<Setting> ALL = List.of(STACK, CHECKPOINT_EVERY, DEVICE, KERNEL);

    static ExecutionSettings of(Settings settings) {
        return new ExecutionSettings(
                settings.value(STACK.path()) instanceof Double size ? size.intValue() : null,
                settings.number(CHECKPOINT_EVERY),
                settings.choice(DEVICE, TrainingDevice.class),
                settings.choice(KERNEL, Kernel.class));
    }
}
