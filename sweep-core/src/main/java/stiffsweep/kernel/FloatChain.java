package stiffsweep.kernel;

import org.jspecify.annotations.Nullable;

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
     * The way back of the last forward pass, which all derivatives below are read from.
     *
     * @param outputAdjoint the derivative of a scalar, or of one number at each point, with respect to the output jet; read
     *     again by what follows
     */
    void backward(FloatTiles outputAdjoint);

    /**
     * The derivatives of the scalar with respect to the parameters.
     *
     * @param gradient takes the derivatives, in the order of the parameters
     * @param to where they start
     */
    void gradient(float[] gradient, int to);

    /**
     * The derivative of the scalar with respect to the input jet.
     *
     * @param adjoint takes it
     */
    void inputAdjoint(FloatTiles adjoint);

    /**
     * The derivatives of each point's number with respect to the parameters.
     *
     * @param rows takes them, {@code [points, columns]}
     * @param to where those of the first point start
     * @param columns the length of a row
     */
    void jacobian(float[] rows, int to, int columns);

    /**
     * Adds the products of each point's gradient with those of the points from its tile on.
     *
     * @param matrix takes them, {@code [points, points]} with whole tiles of points
     */
    void addGram(float[] matrix);

    /**
     * The tangent of the output jet.
     *
     * @param direction numbers that hold that of the parameters, in their order
     * @param from where it starts
     * @param ofInput that of the input jet; null where the input stays as it is
     * @return the tangent, which the next one overwrites
     */
    FloatTiles tangent(float[] direction, int from, @Nullable FloatTiles ofInput);
}
