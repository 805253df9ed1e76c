package stiffsweep.benchmarks;

import stiffsweep.choice.Choice;
import stiffsweep.choice.Kernel;

/**
 * Trial-epochs per second of our step. Two trainings that differ in their epochs are measured and subtracted, so that
 * what comes before the first epoch and after the last does not count.
 *
 * <pre>
 * . jobs/target/dist/environment
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" stiffsweep.benchmarks.StepRate A 500 8 1000
 * </pre>
 */
public final class StepRate {

    private static final int FEWEST_WARM_UP = 100;

    private StepRate() {}

    /**
     * Measures; prints one JSON line.
     *
     * @param args the case, A, B or transport; the points; the stack; the epochs that are measured; the width of the hidden
     *     layers, if it is not the case's own; what evaluates the networks, if it is not the engine
     */
    public static void main(String[] args) {
        int points = Integer.parseInt(args[1]);
        int stack = Integer.parseInt(args[2]);
        int epochs = Integer.parseInt(args[3]);
        int width = args.length > 4 ? Integer.parseInt(args[4]) : OurStep.widthOf(args[0]);
        Kernel kernel = args.length > 5 ? Choice.of(Kernel.class, args[5]) : Kernel.ENGINE;
        OurStep step = new OurStep(args[0], points, stack, width, kernel);
        int few = Math.max(FEWEST_WARM_UP, epochs / 4);
        step.train(few);
        Spent onFew = Spent.on(() -> step.train(few));
        Spent onMany = Spent.on(() -> step.train(few + epochs));
        System.out.println(new JsonLine()
                .with("peer", "stiffsweep")
                .with("case", args[0])
                .with("points", points)
                .with("stack", stack)
                .with("width", width)
                .with("kernel", kernel.word())
                .with("epochs", epochs)
                .with(onMany.minus(onFew), (double) epochs * stack));
    }
}
