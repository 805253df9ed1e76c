package stiffsweep.choice;

/** The activation functions of a network. */
public enum Activation implements Choice {
    /** {@code u Phi(u)}, Phi being the standard normal distribution function (the exact form with erf). */
    GELU,
    /** The hyperbolic tangent. */
    TANH,
    /** The sine. */
    SINE,
    /** {@code u s(u)} with the logistic function s, also known as swish. */
    SILU
}
