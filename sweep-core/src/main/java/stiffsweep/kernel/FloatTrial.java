package stiffsweep.kernel;

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
    public void forward(int trial, double[] parameters, double[] input, double[] output) {
        take(parameters, trial, this.parameters);
        take(input, trial, inputRows);
        this.input.read(inputRows, 0);
        eachChain((chain, start) -> chain.load(this.parameters, start));
        FloatTiles made = head.forward(this.input);
        if (trunks.isEmpty()) {
            made.write(outputRows, 0);
        }
        for (int k = 0; k < trunks.size(); k++) {
            trunks.get(k).forward(made).write(outputRows, k, trunks.size());
        }
        give(outputRows, output, trial);
    }

    @Override
    public void gradient(int trial, double[] outputAdjoint, double[] gradient) {
        backward(trial, outputAdjoint);
        eachChain((chain, start) -> chain.gradient(likeParameters, start));
        give(likeParameters, gradient, trial);
    }

    @Override
    public void jacobian(int trial, double[] outputAdjoint, double[] jacobian) {
        backward(trial, outputAdjoint);
        float[] rows = new float[Math.multiplyExact(layout.points(), parameters.length)];
        eachChain((chain, start) -> chain.jacobian(rows, start, parameters.length));
        give(rows, jacobian, trial);
    }

    @Override
    public void gram(int trial, double[] outputAdjoint, double[] gram) {
        backward(trial, outputAdjoint);
        int points = layout.points();
        int side = layout.tiles() * layout.tilePoints();
        float[] matrix = new float[Math.multiplyExact(side, side)];
        eachChain((chain, start) -> chain.addGram(matrix));
        int to = Math.multiplyExact(trial, Math.multiplyExact(points, points));
        for (int row = 0; row < points; row++) {
            for (int column = 0; column < points; column++) {
                gram[to + row * points + column] = matrix[Math.min(row, column) * side + Math.max(row, column)];
            }
        }
    }

    @Override
    public void tangent(int trial, double[] direction, double[] tangent) {
        take(direction, trial, likeParameters);
        FloatTiles ofHead = head.tangent(likeParameters, 0, null);
        if (trunks.isEmpty()) {
            ofHead.write(outputRows, 0);
        }
        int start = head.shape().parameters();
        for (int k = 0; k < trunks.size(); k++) {
            trunks.get(k).tangent(likeParameters, start, ofHead).write(outputRows, k, trunks.size());
            start += trunks.get(k).shape().parameters();
        }
        give(outputRows, tangent, trial);
    }

    /** Carries an output's adjoint back to every layer. */
    private void backward(int trial, double[] outputAdjoint) {
        take(outputAdjoint, trial, outputRows);
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

    /** Reads a trial's part of a stack's numbers. */
    private static void take(double[] stack, int trial, float[] part) {
        int from = Math.multiplyExact(trial, part.length);
        for (int i = 0; i < part.length; i++) {
            part[i] = (float) stack[from + i];
        }
    }

    /** Writes it. */
    private static void give(float[] part, double[] stack, int trial) {
        int to = Math.multiplyExact(trial, part.length);
        for (int i = 0; i < part.length; i++) {
            stack[to + i] = part[i];
        }
    }
}
