package stiffsweep.spark;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.run.StackWork;
import stiffsweep.store.ResultFolder;

/** A run in a process of its own, made to be killed: it finishes its first stacks, and waits for ever in the others. */
final class BlockingRun {

    /** The largest stiffness that is solved; the run blocks on larger ones. */
    static final int LAST_SOLVED = 12;

    private BlockingRun() {}

    public static void main(String[] folder) {
        StackWork work = (stack, gpus, progress) -> {
            if (ClosedForm.stiffness(stack.trials().get(0)) > LAST_SOLVED) {
                waitForEver();
            }
            return new ClosedForm().run(stack, gpus, progress);
        };
        new SweepRun(
                        DecaySweep.of(40, 1, 2),
                        "name = decay-sweep",
                        new ResultFolder(Path.of(folder[0])),
                        RunOptions.on("local[2]"),
                        work,
                        new RunListener() {})
                .run();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
