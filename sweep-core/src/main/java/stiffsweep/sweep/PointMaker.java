package stiffsweep.sweep;

import stiffsweep.space.Point;

/** Makes the settings of points that are found while a sweep runs. The same point always has the same settings. */
public interface PointMaker {

    /** A point with its settings, or with the laws that it breaks. */
    MadePoint make(Point point);
}
