package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/**
 * The second peer: the way of working of {@code benchmarks/peers/*.py}, which is to differentiate the network's output on
 * the tape and then the loss, in the engine that our own step runs on (PyTorch 2.7.1 with MKL). The loss is either
 * written in operations from Java ({@link TapeLoss}) or a script made from the eager peer ({@link ScriptLoss}); Adam is
 * the engine's, tensor by tensor.
 *
 * <p>The first way never frees its tape, so a measurement is one process of bounded epochs; the line says how much the
 * process grew.
 *
 * <pre>
 * . jobs/target/dist/environment
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" stiffsweep.benchmarks.AutogradPeer A 500 1000
 * /usr/bin/python3 benchmarks/peers/linear_decay.py --script benchmarks/target/A.pt
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" stiffsweep.benchmarks.AutogradPeer A 500 1000 benchmarks/target/A.pt
 * </pre>
 */
public final class AutogradPeer {

    private static final int WARM_UP = 200;
    private static final float RATE = 8e-5f;
    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final PeerLoss loss;
    private final NDList firstMoments = new NDList();
    private final NDList secondMoments = new NDList();
    private int steps;
    private double lastLoss = Double.NaN;

    private AutogradPeer(PeerLoss loss) {
        this.loss = loss;
        for (NDArray parameter : loss.parameters()) {
            firstMoments.add(parameter.zerosLike());
            secondMoments.add(parameter.zerosLike());
        }
    }

    /**
     * Measures; prints one JSON line.
     *
     * @param args the case, A or B; the points; the epochs that are measured; a script's file, if the loss is one
     */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[1]);
        int epochs = Integer.parseInt(args[2]);
        boolean isScript = args.length > 3;
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT32)) {
            PeerCase peerCase = PeerCase.named(args[0], tensors);
            PeerLoss loss = isScript
                    ? new ScriptLoss(Path.of(args[3]), tensors.of(peerCase.points(count), count, 1))
                    : new TapeLoss(peerCase, count, tensors);
            AutogradPeer peer = new AutogradPeer(loss);
            peer.train(WARM_UP);
            long before = ResidentMemory.bytes();
            Spent spent = Spent.on(() -> peer.train(epochs));
            double growth = (ResidentMemory.bytes() - before) / (double) epochs;
            System.out.println(new JsonLine()
                    .with("peer", isScript ? "script-in-engine" : "autograd-in-engine")
                    .with("case", args[0])
                    .with("points", count)
                    .with("stack", 1)
                    .with("epochs", epochs)
                    .with(spent, epochs)
                    .with("loss", peer.lastLoss)
                    .with("grown_bytes_per_epoch", growth));
        }
    }

    /** Trains on; keeps the last loss, which must be finite since arithmetic with NaN has other costs. */
    private void train(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            boolean isLast = epoch == epochs - 1;
            TensorScope.run(() -> {
                PeerLoss.Differentiated differentiated = loss.differentiate();
                step(differentiated.gradients());
                if (isLast) {
                    lastLoss = Tensors.values(differentiated.loss())[0];
                }
            });
        }
        if (!Double.isFinite(lastLoss)) {
            throw new IllegalStateException("the loss must stay finite, but was " + lastLoss);
        }
    }

    private void step(NDList gradients) {
        steps++;
        double correction = Math.sqrt(1 - Math.pow(SECOND_DECAY, steps)) / (1 - Math.pow(FIRST_DECAY, steps));
        for (int i = 0; i < gradients.size(); i++) {
            JniUtils.adamUpdate(
                    (PtNDArray) loss.parameters().get(i),
                    (PtNDArray) gradients.get(i),
                    (PtNDArray) firstMoments.get(i),
                    (PtNDArray) secondMoments.get(i),
                    RATE,
                    (float) (RATE * correction),
                    0,
                    1,
                    -1,
                    FIRST_DECAY,
                    SECOND_DECAY,
                    EPSILON,
                    false);
        }
    }
}
