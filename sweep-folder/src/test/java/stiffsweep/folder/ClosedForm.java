package stiffsweep.folder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.sweep.Trial;
import stiffsweep.train.Progress;

/** Solves a decay by its formula: y(t) = exp(-stiffness t). */
public record ClosedForm() implements StackWork {

    @Override
    public List<TrialResult> run(Stack stack, List<String> gpus, Progress progress) {
        return stack.trials().stream().map(ClosedForm::solve).toList();
    }

    public static TrialResult solve(Trial trial) {
        double stiffness = stiffness(trial);
        return new TrialResult(
                trial,
                new Outcome.Completed(Outcome.StoppedBy.EPOCHS),
                100,
                new TreeMap<>(Map.of("error_mse", Math.exp(-2 * stiffness), "loss_total", Double.NaN)),
                List.of(curvePoint(0, stiffness), curvePoint(50, stiffness)),
                List.of(solutionPoint(0.5, stiffness), solutionPoint(1, stiffness)),
                List.of(),
                new Provenance(
                        new Software("test", "", "", "17"),
                        new Machine("here", "cpu", 1, "engine"),
                        Instant.now(),
                        Instant.now(),
                        1,
                        1,
                        0.25,
                        0));
    }

    public static double stiffness(Trial trial) {
        return trial.settings().number("problem.stiffness");
    }

    private static CurvePoint curvePoint(long epoch, double stiffness) {
        double loss = stiffness * Math.exp(-(double) epoch);
        return new CurvePoint(epoch, loss, new TreeMap<>(Map.of("equation", loss)), loss * loss, loss, new TreeMap<>());
    }

    private static SolutionPoint solutionPoint(double time, double stiffness) {
        double value = Math.exp(-stiffness * time);
        return new SolutionPoint("y", new TreeMap<>(Map.of("t", time)), value, value, null, SolutionPoint.Band.NONE);
    }
}
