package stiffsweep.kernel;

/**
 * A dense chain of one trial on jets, in float32. A chain keeps what its last forward pass left, so it serves one thread;
 * its numbers depend on nothing but what it is given, not on the width of the machine's vectors.
 */
public interface FloatChain {

    ChainShape shape();

    /**
     * Takes over a trial's parameters: layer by layer the weights {@code [inputs, outputs]} and the biases.
     *
     * @param parameters numbers that hold them
     * @param from where they start
     */
    void load(float[] parameters, int from);

    /**
     * The forward pass.
     *
     * @param input the input jet, of the chain's layout; read again on the way back
     * @return the output jet, which the next forward pass overwrites
     */
    FloatTiles forward(FloatTiles input);

    /**
     * The derivatives of a scalar with respect to the parameters, once for each forward pass.
     *
     * @param outputAdjoint the scalar's derivative with respect to the output jet
     * @param gradient takes the derivatives, in the order of the parameters
     * @param to where they start
     */
    void backward(FloatTiles outputAdjoint, float[] gradient, int to);

    /**
     * The derivative of the scalar of the last backward pass with respect to the input jet.
     *
     * @param adjoint takes it
     */
    void inputAdjoint(FloatTiles adjoint);
}
