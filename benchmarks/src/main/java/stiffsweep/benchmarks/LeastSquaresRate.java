package stiffsweep.benchmarks;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.Settings;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.sweep.Trial;

/**
 * Milliseconds of a step of Levenberg-Marquardt for each trial of a stack of case A. As in {@link StepRate}, two trainings that
 * differ in their steps are measured and subtracted.
 *
 * <pre>
 * . jobs/target/dist/environment
 * java @jobs/target/dist/java.options -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
 *   stiffsweep.benchmarks.LeastSquaresRate 250 2 100 fused float64
 * </pre>
 */
public final class LeastSquaresRate {

    private static final int WARM_UP = 60;
    private static final int FEW = 10;

    private LeastSquaresRate() {}

    /**
     * Measures; prints one JSON line.
     *
     * @param args the points of the equation, to which that of the initial value comes; the stack; the steps that are measured; what
     *     evaluates the networks; the precision; the solver, if it is not the one that is taken by default
     */
    public static void main(String[] args) {
        int stack = Integer.parseInt(args[1]);
        int steps = Integer.parseInt(args[2]);
        train(args, WARM_UP);
        Spent onFew = Spent.on(() -> train(args, FEW));
        Spent onMany = Spent.on(() -> train(args, FEW + steps));
        Spent spent = onMany.minus(onFew);
        System.out.println(new JsonLine()
                .with("peer", "stiffsweep")
                .with("case", "A")
                .with("optimizer", "levenberg-marquardt")
                .with("points", Integer.parseInt(args[0]))
                .with("stack", stack)
                .with("kernel", args[3])
                .with("precision", args[4])
                .with("steps", steps)
                .with("cpu_ms_a_step_and_trial", 1000 * spent.cpuSeconds() / steps / stack)
                .with("wall_ms_a_step_and_trial", 1000 * spent.wallSeconds() / steps / stack));
    }

    private static void train(String[] args, int steps) {
        OurStep step = new OurStep(
                "A", Integer.parseInt(args[0]), Integer.parseInt(args[1]), List.of("training.kernel = " + args[3]));
        List<Trial> trials = step.trials(steps).trials().stream()
                .map(trial -> byLeastSquares(trial, args[4], args.length > 5 ? args[5] : "auto"))
                .toList();
        new StackRunner().run(new Stack(trials), List.of(), (epoch, of, error) -> {});
    }

    private static Trial byLeastSquares(Trial trial, String precision, String solver) {
        SortedMap<String, Object> values = new TreeMap<>(trial.settings().values());
        values.put("training.optimizer", "levenberg-marquardt");
        values.put("training.levenberg-marquardt.solver", solver);
        values.put("network.precision", precision);
        // So stiff that it is far from its end after some hundred steps, and goes on however flat it is.
        values.put("problem.stiffness", 1e4);
        values.put("training.stop-step-below", 0.0);
        values.put("training.stop-gradient-below", 0.0);
        return new Trial(trial.id(), trial.replicate(), trial.seed(), new Settings(values));
    }
}
