package stiffsweep.space;

import java.io.Serializable;

/** What values one setting takes in a sweep. */
public sealed interface Axis extends Serializable permits ListedAxis, IntervalAxis {

    /** The path of the setting that the values are for, such as {@code problem.stiffness}. */
    String path();

    /**
     * The value at a coordinate; a coordinate that is uniform on [0, 1) gives values of the axis's distribution.
     *
     * @param coordinate at least 0 and below 1
     */
    Object at(double coordinate);

    /** The coordinate of one of the axis's values, at least 0 and below 1: {@code at} leads back to the value, but for rounding. */
    double coordinate(Object value);

    /** Whether a value may come from this axis. */
    boolean contains(Object value);

    /** The values as a reader of a sweep file knows them. */
    String text();
}
