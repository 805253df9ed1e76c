package stiffsweep.spark;

import java.nio.file.Path;
import stiffsweep.run.StackWork;
import stiffsweep.store.ResultFolder;

/** A run on a cluster of two executor processes, one trial of which ends the process that it runs in. */
final class CrashingRun {

    /** The stiffness of the trial that crashes, as native code may. */
    static final int CRASHES = 3;

    private CrashingRun() {}

    public static void main(String[] folder) {
        StackWork work = (stack, gpus, progress) -> {
            if (stack.trials().stream().anyMatch(trial -> ClosedForm.stiffness(trial) == CRASHES)) {
                Runtime.getRuntime().halt(134);
            }
            progress.at(1, 2, 0.5);
            return new ClosedForm().run(stack, gpus, progress);
        };
        new SweepRun(
                        DecaySweep.of(6, 1, 2),
                        "",
                        new ResultFolder(Path.of(folder[0])),
                        RunOptions.on("local-cluster[2,1,512]"),
                        work,
                        new RunListener() {})
                .run();
    }
}
