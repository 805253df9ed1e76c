package stiffsweep.kernel;

/**
 * One trial of a network of chains, which reads and writes arrays of a whole stack; their first axis is the trials. They are in
 * double precision, whatever the network is in. It serves one thread.
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
    void forward(int trial, double[] parameters, double[] input, double[] output);

    /**
     * The derivatives of a scalar with respect to the parameters of the last forward pass.
     *
     * @param trial the trial's place in the stack
     * @param outputAdjoint the scalar's derivative with respect to the output jet, {@code [trials, rows, outputs]}
     * @param gradient takes the derivatives, {@code [trials, parameters]}
     */
    void gradient(int trial, double[] outputAdjoint, double[] gradient);

    /**
     * The derivatives of one number at each point with respect to the parameters of the last forward pass.
     *
     * @param trial the trial's place in the stack
     * @param outputAdjoint the derivative of each point's number with respect to the output jet at that point, {@code [trials,
     *     rows, outputs]}
     * @param jacobian takes the derivatives, {@code [trials, points, parameters]}
     */
    void jacobian(int trial, double[] outputAdjoint, double[] jacobian);

    /**
     * The products of the rows of the Jacobian with each other.
     *
     * @param trial the trial's place in the stack
     * @param outputAdjoint as for {@link #jacobian}
     * @param gram takes them, {@code [trials, points, points]}
     */
    void gram(int trial, double[] outputAdjoint, double[] gram);

    /**
     * The tangent of the output jet of the last forward pass.
     *
     * @param trial the trial's place in the stack
     * @param direction of the parameters, {@code [trials, parameters]}
     * @param tangent takes it, {@code [trials, rows, outputs]}
     */
    void tangent(int trial, double[] direction, double[] tangent);
}
