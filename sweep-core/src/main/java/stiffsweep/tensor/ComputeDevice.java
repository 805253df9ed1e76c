package stiffsweep.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.TrainingDevice;

/** Where tensors live and are computed with: the CPU, or one of the machine's GPUs. */
public final class ComputeDevice {

    private final Device device;

    private ComputeDevice(Device device) {
        this.device = device;
    }

    /** The CPU. */
    public static ComputeDevice cpu() {
        return new ComputeDevice(Device.cpu());
    }

    /**
     * The device that {@code training.device} asks for.
     *
     * @param gpus the addresses of the GPUs that are given to this work
     * @throws IllegalStateException if a GPU is needed and the engine sees none
     */
    public static ComputeDevice of(TrainingDevice wanted, List<String> gpus) {
        boolean isGpu = switch (wanted) {
            case AUTO -> !gpus.isEmpty();
            case CPU -> false;
            case GPU -> true;
        };
        return isGpu ? gpu(gpus.isEmpty() ? 0 : Integer.parseInt(gpus.get(0))) : cpu();
    }

    /** The addresses of the GPUs that the engine sees on this machine. */
    public static List<String> visibleGpus() {
        return IntStream.range(0, gpuCount()).mapToObj(String::valueOf).toList();
    }

    private static int gpuCount() {
        EngineProperties.set();
        return Engine.getEngine("PyTorch").getGpuCount();
    }

    private static ComputeDevice gpu(int number) {
        int seen = gpuCount();
        if (number >= seen) {
            throw new IllegalStateException(
                    "a training on GPU " + number + " needs an engine that sees it, but it sees " + seen
                            + ": build with -P gpu on a machine with a driver, or set training.device = cpu");
        }
        return new ComputeDevice(Device.gpu(number));
    }

    /** The name, such as {@code cpu} or {@code gpu0}. */
    public String name() {
        return isGpu() ? "gpu" + device.getDeviceId() : "cpu";
    }

    public boolean isGpu() {
        return device.isGpu();
    }

    /** What evaluates networks here: the fused kernel or the engine. */
    public Kernel kernel(Kernel wanted) {
        if (wanted == Kernel.FUSED && isGpu()) {
            throw new IllegalArgumentException("training.kernel = fused needs a training on the CPU, but it is on "
                    + name() + ": set training.kernel = auto, or training.device = cpu");
        }
        if (wanted != Kernel.AUTO) {
            return wanted;
        }
        return isGpu() ? Kernel.ENGINE : Kernel.FUSED;
    }

    Device device() {
        return device;
    }
}
