package stiffsweep.spark;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.run.StackWork;
import stiffsweep.stop.StopPolicy;
import stiffsweep.stop.SuccessiveHalving;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.FailurePolicy;

/**
 * A run on a cluster of two executor processes, three trials of which end, fill or hold the process that they run in, and
 * one of which the driver stops.
 */
final class FaultyRun {

    /** The stiffness of the trial that ends its process, as native code may. */
    static final int CRASHES = 3;

    /** Of the one whose memory outside the heap grows and grows. */
    static final int GROWS = 4;

    /** Of the one that never ends and does not listen. */
    static final int LOOPS = 5;

    /** In bytes: more than an executor has that only solves decays, and soon reached by one that grows. */
    static final long MEMORY = 800L << 20;

    /** Of the one that is worse than any and is stopped, whichever come before it. */
    static final int STOPS = 8;

    private static final StopPolicy HALVING =
            new StopPolicy(new SuccessiveHalving(8, 2), "error_mse", List.of("network"));

    private static final int MEBIBYTES_64 = 1 << 26;

    private static final FailurePolicy POLICY = new FailurePolicy(1, 0, Duration.ofSeconds(12), MEMORY, false);

    private FaultyRun() {}

    public static void main(String[] folder) {
        StackWork work = (stack, gpus, progress) -> {
            stack.trials().forEach(trial -> misbehave(ClosedForm.stiffness(trial)));
            progress.at(1, 2, 0.5);
            return new KnownCurves().run(stack, gpus, progress);
        };
        new SweepRun(
                        DecaySweep.of(8, 1, 2),
                        "",
                        new ResultFolder(Path.of(folder[0])),
                        RunOptions.on("local-cluster[2,1,512]").with(POLICY).with(HALVING),
                        work,
                        new RunListener() {})
                .run();
    }

    private static void misbehave(double stiffness) {
        if (stiffness == CRASHES) {
            Runtime.getRuntime().halt(134);
        }
        if (stiffness == GROWS) {
            List<MappedByteBuffer> held = new ArrayList<>();
            while (held.size() < Integer.MAX_VALUE) {
                held.add(outsideTheHeap());
            }
        }
        if (stiffness == LOOPS) {
            for (long turn = 0; turn < Long.MAX_VALUE; turn++) {
                Thread.onSpinWait();
            }
        }
    }

    private static MappedByteBuffer outsideTheHeap() {
        try (FileChannel file = FileChannel.open(Files.createTempFile("grows", ""), READ, WRITE, DELETE_ON_CLOSE)) {
            return file.map(FileChannel.MapMode.READ_WRITE, 0, MEBIBYTES_64).load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
