package stiffsweep.run;

import java.util.*;
import org.junit.jupiter.api.Test;
import stiffsweep.sweep.*;

class ScratchTest {
    @Test
    void go() {
        for (int k : new int[] {2, 8}) {
            List<Trial> trials = new ArrayList<>();
            for (int s = 0; s < k; s++) {
                trials.add(TestTrials.trial(
                        "linear-decay",
                        s,
                        Map.of(
                                "problem.stiffness",
                                s % 2 == 0 ? 100.0 : 10.0,
                                "training.epochs",
                                3000L,
                                "points.residual.count",
                                250L,
                                "measure.hessian",
                                true)));
            }
            long t = System.nanoTime();
            List<TrialResult> results = new StackRunner().run(new Stack(trials), (a, b, e) -> {});
            double total = (System.nanoTime() - t) / 1e9;
            System.out.println("K=" + k + " total " + total + " train "
                    + results.get(0).provenance().trainSeconds() * k + " rate "
                    + 3000 / results.get(0).provenance().trainSeconds());
            for (TrialResult r : results) System.out.println(r.outcome() + " " + r.epochs() + " " + r.measurements());
        }
    }
}
