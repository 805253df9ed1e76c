package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RunStatus;

class LiveProgressTest {

    private static final CountDownLatch HEARD = new CountDownLatch(1);

    @TempDir
    Path root;

    @Test
    void bringsWhatAStackSaysToTheListenerWhileItIsTrained() {
        RunListener listener = new RunListener() {
            @Override
            public void status(RunStatus status) {
                status.live().stream()
                        .filter(stack -> stack.epoch() == 25 && stack.epochs() == 100)
                        .filter(stack -> Double.valueOf(0.125).equals(stack.bestError()))
                        .forEach(stack -> HEARD.countDown());
            }
        };
        RunSummary summary = new SweepRun(
                        DecaySweep.of(2, 1, 2),
                        "",
                        new ResultFolder(root),
                        RunOptions.on("local[1]"),
                        (stack, gpus, progress) -> {
                            progress.at(25, 100, 0.125);
                            awaitHeard();
                            return new ClosedForm().run(stack, gpus, progress);
                        },
                        listener)
                .run();
        assertThat(summary.runNow()).isEqualTo(2);
        assertThat(HEARD.getCount()).isZero();
    }

    private static void awaitHeard() {
        try {
            HEARD.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
