package stiffsweep.space;

import java.util.List;

/** Where along an axis points lie, as a probability density over the coordinate. */
sealed interface Density permits ParzenMixture, CategoryWeights {

    /** The density of some points along an axis; those to which the axis does not apply have no say. */
    static Density of(Axis axis, List<Point> points) {
        double[] coordinates = points.stream()
                .map(point -> point.values().get(axis.path()))
                .filter(value -> value != null)
                .mapToDouble(axis::coordinate)
                .toArray();
        return axis instanceof ListedAxis.Values listed
                ? CategoryWeights.of(listed.values().size(), coordinates)
                : ParzenMixture.of(coordinates);
    }

    /** The density at a coordinate: positive, and 1 on average. */
    double at(double coordinate);

    /** A coordinate, at least 0 and below 1, that is drawn from the density; the same for the same seed. */
    double draw(long seed);
}
