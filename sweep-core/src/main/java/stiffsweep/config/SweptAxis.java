package stiffsweep.config;

import stiffsweep.space.Axis;

/**
 * An axis as it is written in a sweep file.
 *
 * @param axis the axis
 * @param key its key, such as {@code sweep.grid.problem.stiffness}
 * @param place where it is written
 */
record SweptAxis(Axis axis, String key, String place) {}
