package stiffsweep.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rule that combines axes into the points of a sweep. */
public sealed interface Design extends Serializable {

    /** The points in a fixed order; a point that the rule makes twice is listed twice. */
    List<Point> points();

    /** How many points the rule makes, those that it makes twice counted twice; exact below 2^53. */
    double size();

    /** Every combination of the axes' values; the last axis varies fastest. */
    record Grid(List<ListedAxis> axes) implements Design {
        public Grid {
            axes = List.copyOf(axes);
        }

        @Override
        public List<Point> points() {
            List<Design> factors = new ArrayList<>();
            for (ListedAxis axis : axes) {
                factors.add(new Zip(List.of(axis)));
            }
            return new Product(factors).points();
        }

        @Override
        public double size() {
            return axes.stream().mapToDouble(axis -> axis.values().size()).reduce(1, (all, length) -> all * length);
        }
    }

    /** Axes of equal length that advance together. */
    record Zip(List<ListedAxis> axes) implements Design {
        public Zip {
            axes = List.copyOf(axes);
            for (ListedAxis axis : axes) {
                int first = axes.get(0).values().size();
                int length = axis.values().size();
                if (length != first) {
                    throw new IllegalArgumentException("axes of a zip must be equally long, but "
                            + axes.get(0).path() + " has " + first + " values and " + axis.path() + " has " + length);
                }
            }
        }

        @Override
        public List<Point> points() {
            List<List<Object>> columns = axes.stream().map(ListedAxis::values).toList();
            List<Point> points = new ArrayList<>();
            int length = columns.isEmpty() ? 0 : columns.get(0).size();
            for (int i = 0; i < length; i++) {
                SortedMap<String, Object> values = new TreeMap<>();
                for (int axis = 0; axis < axes.size(); axis++) {
                    values.put(axes.get(axis).path(), columns.get(axis).get(i));
                }
                points.add(new Point(values));
            }
            return points;
        }

        @Override
        public double size() {
            return axes.isEmpty() ? 0 : axes.get(0).values().size();
        }
    }

    /**
     * Points drawn from axes; a larger count keeps the first points.
     *
     * @param sequence how the points are spread
     * @param axes the axes, each with a seed of its own that is made of the design's seed and the axis's path
     * @param count the number of points
     */
    record Drawn(Sequence sequence, List<Axis> axes, int count, long seed) implements Design {

        /** The most points: a slip of the pen must not fill the memory. */
        public static final int MOST_POINTS = 100_000;

        public Drawn {
            axes = List.copyOf(axes);
            if (count < 1 || count > MOST_POINTS) {
                throw new IllegalArgumentException(
                        "count must be 1 or more and at most " + MOST_POINTS + ", but got " + count);
            }
        }

        @Override
        public List<Point> points() {
            List<SortedMap<String, Object>> points = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                points.add(new TreeMap<>());
            }
            for (int j = 0; j < axes.size(); j++) {
                Axis axis = axes.get(j) instanceof ListedAxis listed
                        // Its values are worked out each time that it is asked for them.
                        ? new ListedAxis.Values(listed.path(), listed.values())
                        : axes.get(j);
                double[] coordinates = sequence.coordinates(j, RandomBits.seed(seed, axis.path()), count);
                for (int i = 0; i < count; i++) {
                    points.get(i).put(axis.path(), axis.at(coordinates[i]));
                }
            }
            return points.stream().map(Point::new).toList();
        }

        @Override
        public double size() {
            return count;
        }
    }

    /** Every combination of the points of several designs; of no design, the single point that varies nothing. */
    record Product(List<Design> factors) implements Design {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public List<Point> points() {
            List<Point> points = List.of(Point.origin());
            for (Design factor : factors) {
                List<Point> right = factor.points();
                points = points.stream()
                        .flatMap(left -> right.stream().map(left::with))
                        .toList();
            }
            return points;
        }

        @Override
        public double size() {
            return factors.stream().mapToDouble(Design::size).reduce(1, (all, size) -> all * size);
        }
    }

    /** The points of one design after the other, each point once. */
    record Union(List<Design> parts) implements Design {
        public Union {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Point> points() {
            LinkedHashSet<Point> points = new LinkedHashSet<>();
            parts.forEach(part -> points.addAll(part.points()));
            return List.copyOf(points);
        }

        @Override
        public double size() {
            return parts.stream().mapToDouble(Design::size).sum();
        }
    }
}
