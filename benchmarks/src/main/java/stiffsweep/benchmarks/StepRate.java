package stiffsweep.benchmarks;

import java.util.ArrayList;
import java.util.List;
import stiffsweep.choice.Kernel;
import stiffsweep.declare.Settings;

/**
 * Trial-epochs per second of our step. Two trainings that differ in their epochs are measured and subtracted, so that
 * what comes before the first epoch and after the last does not count.
 *
 * <pre>
 * . jobs/target/dist/environment
 * java @jobs/target/dist/java.options -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
 *   stiffsweep.benchmarks.StepRate A 500 8 1000 40 fused
 * </pre>
 */
public final class StepRate {

    private static final int FEWEST = 100;

    /** Until Java's compiler has done its work, which also follows from how often a loop was run. */
    private static final double WARM_UP_SECONDS = 15;

    private static final int WARM_UPS = 3;

    private StepRate() {}

    /**
     * Measures; prints one JSON line.
     *
     * @param args the case, a file of {@code benchmarks/conf/steps}; the points; the stack; the epochs that are measured; the
     *     width of the hidden layers, if it is not the case's own; what evaluates the networks, if it is not the engine
     */
    public static void main(String[] args) {
        int points = Integer.parseInt(args[1]);
        int stack = Integer.parseInt(args[2]);
        int epochs = Integer.parseInt(args[3]);
        List<String> own = new ArrayList<>();
        if (args.length > 4) {
            own.add("network.width = " + args[4]);
        }
        if (args.length > 5) {
            own.add("training.kernel = " + args[5]);
        }
        OurStep step = new OurStep(args[0], points, stack, own);
        Settings settings = step.trials(epochs).trials().get(0).settings();
        JsonLine line = new JsonLine()
                .with("peer", "stiffsweep")
                .with("case", args[0])
                .with("points", points)
                .with("stack", stack)
                .with("width", settings.count("network.width"))
                .with("kernel", settings.word("training.kernel"))
                .with("epochs", epochs);
        if (settings.choice("training.kernel", Kernel.class) != Kernel.ENGINE) {
            line.with("lanes", Vectors.widest().name());
        }
        System.out.println(line.with(spent(step, epochs), (double) epochs * stack));
    }

    private static Spent spent(OurStep step, int epochs) {
        int few = Math.max(FEWEST, epochs / 4);
        double warm = 0;
        for (int i = 0; i < WARM_UPS || warm < WARM_UP_SECONDS; i++) {
            warm += Spent.on(() -> step.train(few)).cpuSeconds();
        }
        Spent onFew = Spent.on(() -> step.train(few));
        Spent onMany = Spent.on(() -> step.train(few + epochs));
        Spent spent = onMany.minus(onFew);
        if (spent.cpuSeconds() <= 0) {
            throw new IllegalStateException(
                    "more epochs must take longer, but " + (few + epochs) + " took " + onMany.cpuSeconds() + " s and "
                            + few + " took " + onFew.cpuSeconds() + " s: measure more epochs");
        }
        return spent;
    }
}
