package stiffsweep.declare;

import stiffsweep.choice.Choice;

/** How the initial parameters of a network are drawn. */
public enum Initialisation implements Choice {
    /** PyTorch's default for linear layers: weights and biases uniform on {@code +-1/sqrt(inputs of the layer)}. */
    UNIFORM_FAN_IN,
    /**
     * Weights normal with the variance {@code 2 / (inputs + outputs of the layer)}, biases zero (Glorot and Bengio,
     * Understanding the difficulty of training deep feedforward neural networks, 2010, eq. 12, with a normal
     * distribution).
     */
    GLOROT_NORMAL
}
