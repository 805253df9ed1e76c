package stiffsweep.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import stiffsweep.choice.Activation;
import stiffsweep.kernel.ChainShape;
import stiffsweep.kernel.FloatChain;
import stiffsweep.kernel.FloatTiles;
import stiffsweep.kernel.Lanes;
import stiffsweep.kernel.TileLayout;

/**
 * Trial-epochs per second of the kernel alone, in float32: parameters in, forward pass, adjoint, gradient out. Rounds are
 * measured one after the other; the median counts, as the machine does other things too.
 *
 * <pre>
 * java @jobs/target/dist/java.options -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
 *   stiffsweep.benchmarks.KernelRate 1-40-40-40-40-1 gelu 500 1 0
 * </pre>
 */
public final class KernelRate {

    private static final double WARM_UP_SECONDS = 4;
    private static final double ROUND_SECONDS = 1;
    private static final int ROUNDS = 5;

    private final FloatChain chain;
    private final FloatTiles input;
    private final FloatTiles adjoint;
    private final float[] parameters;
    private final float[] gradient;

    private KernelRate(Lanes lanes, ChainShape shape, TileLayout layout) {
        chain = lanes.floats(shape, layout);
        int outputs = shape.outputs(shape.layers() - 1);
        int rows = layout.streams() * layout.points();
        input = new FloatTiles(layout, shape.inputs(0));
        adjoint = new FloatTiles(layout, outputs);
        input.read(random(rows * shape.inputs(0)), 0);
        adjoint.read(random(rows * outputs), 0);
        parameters = random(shape.parameters());
        gradient = new float[shape.parameters()];
    }

    /**
     * Measures; prints one JSON line. One width to a process: C2 makes objects of the vectors of a second one.
     *
     * @param args the widths of the layers; the activation; the points; the directions with first and with second derivatives; a
     *     name of {@link Lanes}, if it is not the widest
     */
    public static void main(String[] args) {
        List<Integer> widths =
                Arrays.stream(args[0].split("-", -1)).map(Integer::valueOf).toList();
        ChainShape shape = new ChainShape(widths, Activation.valueOf(args[1].toUpperCase(Locale.ROOT)));
        TileLayout layout =
                new TileLayout(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        Lanes lanes = args.length == 5 ? Vectors.widest() : Lanes.valueOf(args[5]);
        double operations = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            operations += 6.0 * shape.inputs(layer) * shape.outputs(layer) * layout.streams() * layout.points();
        }
        double rate = new KernelRate(lanes, shape, layout).median();
        System.out.println(new JsonLine()
                .with("kernel", lanes.name())
                .with("chain", args[0] + " " + args[1])
                .with("points", layout.points())
                .with("streams", layout.streams())
                .with("trial_epochs_per_cpu_second", rate)
                .with("gflops", rate * operations / 1e9));
    }

    private double median() {
        rate(WARM_UP_SECONDS);
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = rate(ROUND_SECONDS);
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private double rate(double seconds) {
        double spent = 0;
        long epochs = 0;
        while (spent < seconds) {
            spent += Spent.on(() -> {
                        chain.load(parameters, 0);
                        chain.forward(input);
                        chain.backward(adjoint);
                        chain.gradient(gradient, 0);
                    })
                    .cpuSeconds();
            epochs++;
        }
        return epochs / spent;
    }

    private static float[] random(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }
}
