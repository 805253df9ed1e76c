package stiffsweep.space;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One point of a design: a value for each path that the design varies, sorted by path. */
public record Point(SortedMap<String, Object> values) implements Serializable {

    public Point {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The point that varies nothing. */
    public static Point origin() {
        return new Point(new TreeMap<>());
    }

    /** This point with the values of another on top. */
    public Point with(Point other) {
        SortedMap<String, Object> both = new TreeMap<>(values);
        both.putAll(other.values);
        return new Point(both);
    }
}
