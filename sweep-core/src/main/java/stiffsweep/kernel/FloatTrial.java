package stiffsweep.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** One trial of a network of chains in float32. */
final class FloatTrial implements TrialKernel {

    private final TileLayout layout;
    private final FloatChain head;
    private final List<FloatChain> trunks;

    private final FloatTiles input;
    private final FloatTiles headAdjoint;
    private final List<FloatTiles> trunkAdjoints;
    private final FloatTiles ofTrunk;

    /** The parameters, and numbers of the same places. */
    private final float[] parameters;

    private final float[] likeParameters;
    private final float[] inputRows;
    private final float[] outputRows;

    FloatTrial(Lanes lanes, KernelShape shape, TileLayout layout) {
        this.layout = layout;
        head = lanes.floats(shape.head(), layout);
        trunks = shape.trunks().stream()
                .map(trunk -> lanes.floats(trunk, layout))
                .toList();
        int rows = Math.multiplyExact(layout.streams(), layout.points());
        int features = shape.head().outputs(shape.head().layers() - 1);
        input = new FloatTiles(layout, shape.inputs());
        headAdjoint = new FloatTiles(layout, features);
        trunkAdjoints = trunks.stream().map(trunk -> new FloatTiles(layout, 1)).toList();
        ofTrunk = new FloatTiles(layout, features);
        parameters = new float[shape.parameters()];
        likeParameters = new float[shape.parameters()];
        inputRows = new float[Math.multiplyExact(rows, shape.inputs())];
        outputRows = new float[Math.multiplyExact(rows, shape.outputs())];
    }

    @Override
    public void forward(int trial, ByteBuffer parameters, ByteBuffer input, ByteBuffer output) {
        part(parameters, trial, this.parameters.length).get(this.parameters);
        part(input, trial, inputRows.length).get(inputRows);
        this.input.read(inputRows, 0);
        eachChain((chain, start) -> chain.load(this.parameters, start));
        FloatTiles made = head.forward(this.input);
        if (trunks.isEmpty()) {
            made.write(outputRows, 0);
        }
        for (int k = 0; k < trunks.size(); k++) {
            trunks.get(k).forward(made).write(outputRows, k, trunks.size());
        }
        part(output, trial, outputRows.length).put(outputRows);
    }

    @Override
    public void gradient(int trial, ByteBuffer outputAdjoint, ByteBuffer gradient) {
        backward(trial, outputAdjoint);
        eachChain((chain, start) -> chain.gradient(likeParameters, start));
        part(gradient, trial, likeParameters.length).put(likeParameters);
    }

    @Override
    public void jacobian(int trial, ByteBuffer outputAdjoint, ByteBuffer jacobian) {
        backward(trial, outputAdjoint);
        float[] rows = new float[Math.multiplyExact(layout.points(), parameters.length)];
        eachChain((chain, start) -> chain.jacobian(rows, start, parameters.length));
        part(jacobian, trial, rows.length).put(rows);
    }

    @Override
    public void gram(int trial, ByteBuffer outputAdjoint, ByteBuffer gram) {
        backward(trial, outputAdjoint);
        int points = layout.points();
        int side = layout.tiles() * layout.tilePoints();
        float[] matrix = new float[Math.multiplyExact(side, side)];
        eachChain((chain, start) -> chain.addGram(matrix));
        FloatBuffer into = part(gram, trial, Math.multiplyExact(points, points));
        for (int row = 0; row < points; row++) {
            for (int column = 0; column < row; column++) {
                matrix[row * side + column] = matrix[column * side + row];
            }
            into.put(matrix, row * side, points);
        }
    }

    @Override
    public void tangent(int trial, ByteBuffer direction, ByteBuffer tangent) {
        part(direction, trial, likeParameters.length).get(likeParameters);
        FloatTiles ofHead = head.tangent(likeParameters, 0, null);
        if (trunks.isEmpty()) {
            ofHead.write(outputRows, 0);
        }
        int start = head.shape().parameters();
        for (int k = 0; k < trunks.size(); k++) {
            trunks.get(k).tangent(likeParameters, start, ofHead).write(outputRows, k, trunks.size());
            start += trunks.get(k).shape().parameters();
        }
        part(tangent, trial, outputRows.length).put(outputRows);
    }

    /** Carries an output's adjoint back to every layer. */
    private void backward(int trial, ByteBuffer outputAdjoint) {
        part(outputAdjoint, trial, outputRows.length).get(outputRows);
        if (trunks.isEmpty()) {
            headAdjoint.read(outputRows, 0);
        }
        for (int k = 0; k < trunks.size(); k++) {
            trunkAdjoints.get(k).read(outputRows, k, trunks.size());
            trunks.get(k).backward(trunkAdjoints.get(k));
            trunks.get(k).inputAdjoint(k == 0 ? headAdjoint : ofTrunk);
            if (k > 0) {
                headAdjoint.add(ofTrunk);
            }
        }
        head.backward(headAdjoint);
    }

    /** A chain, and where its parameters start. */
    private interface ChainAction {
        void on(FloatChain chain, int start);
    }

    private void eachChain(ChainAction action) {
        action.on(head, 0);
        int start = head.shape().parameters();
        for (FloatChain trunk : trunks) {
            action.on(trunk, start);
            start += trunk.shape().parameters();
        }
    }

    /** A trial's part of a stack's numbers. */
    private static FloatBuffer part(ByteBuffer stack, int trial, int length) {
        FloatBuffer numbers = stack.order(ByteOrder.nativeOrder()).asFloatBuffer();
        return numbers.position(Math.multiplyExact(trial, length));
    }
}
