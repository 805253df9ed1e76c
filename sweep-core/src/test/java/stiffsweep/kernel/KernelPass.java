package stiffsweep.kernel;

import java.util.SplittableRandom;

/** One forward and backward pass of the kernel from numbers to numbers, in either precision. */
final class KernelPass {

    final double[] output;
    final double[] gradient;
    final double[] inputAdjoint;

    private KernelPass(double[] output, double[] gradient, double[] inputAdjoint) {
        this.output = output;
        this.gradient = gradient;
        this.inputAdjoint = inputAdjoint;
    }

    static KernelPass inFloat64(
            Lanes lanes,
            ChainShape shape,
            TileLayout layout,
            double[] parameters,
            double[] input,
            double[] outputAdjoint) {
        DoubleChain chain = lanes.doubles(shape, layout);
        DoubleTiles in = new DoubleTiles(layout, shape.inputs(0));
        DoubleTiles adjoint = new DoubleTiles(layout, shape.outputs(shape.layers() - 1));
        DoubleTiles back = new DoubleTiles(layout, shape.inputs(0));
        KernelPass pass = new KernelPass(
                new double[outputAdjoint.length], new double[parameters.length], new double[input.length]);
        in.read(input, 0);
        adjoint.read(outputAdjoint, 0);
        chain.load(parameters, 0);
        chain.forward(in).write(pass.output, 0);
        chain.backward(adjoint);
        chain.gradient(pass.gradient, 0);
        chain.inputAdjoint(back);
        back.write(pass.inputAdjoint, 0);
        return pass;
    }

    static KernelPass inFloat32(
            Lanes lanes,
            ChainShape shape,
            TileLayout layout,
            double[] parameters,
            double[] input,
            double[] outputAdjoint) {
        FloatChain chain = lanes.floats(shape, layout);
        FloatTiles in = new FloatTiles(layout, shape.inputs(0));
        FloatTiles adjoint = new FloatTiles(layout, shape.outputs(shape.layers() - 1));
        FloatTiles back = new FloatTiles(layout, shape.inputs(0));
        float[] output = new float[outputAdjoint.length];
        float[] gradient = new float[parameters.length];
        float[] inputAdjoint = new float[input.length];
        in.read(floats(input), 0);
        adjoint.read(floats(outputAdjoint), 0);
        chain.load(floats(parameters), 0);
        chain.forward(in).write(output, 0);
        chain.backward(adjoint);
        chain.gradient(gradient, 0);
        chain.inputAdjoint(back);
        back.write(inputAdjoint, 0);
        return new KernelPass(doubles(output), doubles(gradient), doubles(inputAdjoint));
    }

    /** Numbers between -1 and 1 that float32 holds. */
    static double[] random(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (2 * random.nextDouble() - 1);
        }
        return numbers;
    }

    static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }
}
