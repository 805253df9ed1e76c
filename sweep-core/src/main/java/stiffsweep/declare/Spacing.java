package stiffsweep.declare;

import stiffsweep.choice.Choice;

/** How points are spaced on an interval. */
public enum Spacing implements Choice {
    /** By equal factors. */
    LOG,
    /** By equal steps. */
    LINEAR
}
