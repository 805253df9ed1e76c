package stiffsweep.declare;

/** How points are spread over a domain. */
public enum Sampling implements Choice {
    /** On a grid with as many points along each input. */
    GRID,
    /** Independently of each other, equally likely everywhere. */
    UNIFORM,
    /** As a scrambled Sobol sequence, which leaves no gaps. */
    SOBOL,
    /** One point in each of as many equal parts of every input. */
    LATIN_HYPERCUBE
}
