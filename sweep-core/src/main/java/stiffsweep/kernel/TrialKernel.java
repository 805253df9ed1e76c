package stiffsweep.kernel;

import java.nio.ByteBuffer;

/**
 * One trial of a network of chains, between tensors of a stack: direct buffers of the trial's precision, in the machine's byte
 * order, whose first axis is the trials. It serves one thread.
 */
public sealed interface TrialKernel permits FloatTrial, DoubleTrial {

    /**
     * The forward pass.
     *
     * @param trial the trial's place in the stack
     * @param parameters {@code [trials, parameters]}
     * @param input the input jets, {@code [trials, rows, inputs]}
     * @param output takes the output jet, {@code [trials, rows, outputs]}
     */
    void forward(int trial, ByteBuffer parameters, ByteBuffer input, ByteBuffer output);

    /**
     * The derivatives of a scalar with respect to the parameters of the last forward pass.
     *
     * @param trial the trial's place in the stack
     * @param outputAdjoint the scalar's derivative with respect to the output jet, {@code [trials, rows, outputs]}
     * @param gradient takes the derivatives, {@code [trials, parameters]}
     */
    void gradient(int trial, ByteBuffer outputAdjoint, ByteBuffer gradient);
}
