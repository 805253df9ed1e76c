package stiffsweep.sweep;

import stiffsweep.space.Point;

/** Makes the settings of points that are found while a sweep runs. The same point always has the same settings. */
public interface PointMaker {

    /** A point without the values of the axes that do not apply there. */
    Point applied(Point point);

    /** The resolved settings of a point. */
    Settings settings(Point applied);
}
