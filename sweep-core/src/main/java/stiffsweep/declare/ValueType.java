package stiffsweep.declare;

/** The types that settings and result columns have; a type is declared, never guessed from a value. */
public enum ValueType {
    /** A double. */
    NUMBER,
    /** A long; in a sweep file, a number without a fraction. */
    COUNT,
    /** A boolean. */
    SWITCH,
    /** A string. */
    WORD,
    /** A double, or a word that stands for a rule by which the number is found when the trial runs. */
    NUMBER_OR_RULE
}
