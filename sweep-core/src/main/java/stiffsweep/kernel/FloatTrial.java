package stiffsweep.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** One trial of a network of chains in float32. */
final class FloatTrial implements TrialKernel {

    private final FloatChain head;
    private final List<FloatChain> trunks;

    private final FloatTiles input;
    private final FloatTiles headAdjoint;
    private final FloatTiles trunkAdjoint;
    private final FloatTiles ofTrunk;

    private final float[] parameters;
    private final float[] gradient;
    private final float[] inputRows;
    private final float[] outputRows;

    FloatTrial(Lanes lanes, KernelShape shape, TileLayout layout) {
        head = lanes.floats(shape.head(), layout);
        trunks = shape.trunks().stream()
                .map(trunk -> lanes.floats(trunk, layout))
                .toList();
        int rows = Math.multiplyExact(layout.streams(), layout.points());
        int features = shape.head().outputs(shape.head().layers() - 1);
        input = new FloatTiles(layout, shape.inputs());
        headAdjoint = new FloatTiles(layout, features);
        trunkAdjoint = new FloatTiles(layout, 1);
        ofTrunk = new FloatTiles(layout, features);
        parameters = new float[shape.parameters()];
        gradient = new float[shape.parameters()];
        inputRows = new float[Math.multiplyExact(rows, shape.inputs())];
        outputRows = new float[Math.multiplyExact(rows, shape.outputs())];
    }

    @Override
    public void forward(int trial, ByteBuffer parameters, ByteBuffer input, ByteBuffer output) {
        part(parameters, trial, this.parameters.length).get(this.parameters);
        part(input, trial, inputRows.length).get(inputRows);
        this.input.read(inputRows, 0);
        head.load(this.parameters, 0);
        FloatTiles made = head.forward(this.input);
        if (trunks.isEmpty()) {
            made.write(outputRows, 0);
        }
        int start = head.shape().parameters();
        for (int k = 0; k < trunks.size(); k++) {
            FloatChain trunk = trunks.get(k);
            trunk.load(this.parameters, start);
            trunk.forward(made).write(outputRows, k, trunks.size());
            start += trunk.shape().parameters();
        }
        part(output, trial, outputRows.length).put(outputRows);
    }

    @Override
    public void gradient(int trial, ByteBuffer outputAdjoint, ByteBuffer gradient) {
        part(outputAdjoint, trial, outputRows.length).get(outputRows);
        if (trunks.isEmpty()) {
            headAdjoint.read(outputRows, 0);
        } else {
            throughTrunks();
        }
        head.backward(headAdjoint, this.gradient, 0);
        part(gradient, trial, this.gradient.length).put(this.gradient);
    }

    private void throughTrunks() {
        int start = head.shape().parameters();
        for (int k = 0; k < trunks.size(); k++) {
            FloatChain trunk = trunks.get(k);
            trunkAdjoint.read(outputRows, k, trunks.size());
            trunk.backward(trunkAdjoint, gradient, start);
            trunk.inputAdjoint(k == 0 ? headAdjoint : ofTrunk);
            if (k > 0) {
                headAdjoint.add(ofTrunk);
            }
            start += trunk.shape().parameters();
        }
    }

    /** A trial's part of a stack's numbers. */
    private static FloatBuffer part(ByteBuffer stack, int trial, int length) {
        FloatBuffer numbers = stack.order(ByteOrder.nativeOrder()).asFloatBuffer();
        return numbers.position(Math.multiplyExact(trial, length));
    }
}
