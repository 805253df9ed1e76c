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

    /** Every combination of the axes' values; the last axis varies fastest. */
    record Grid(List<Axis> axes) implements Design {
        public Grid {
            axes = List.copyOf(axes);
        }

        @Override
        public List<Point> points() {
            List<Design> factors = new ArrayList<>();
            for (Axis axis : axes) {
                factors.add(new Zip(List.of(axis)));
            }
            return new Product(factors).points();
        }
    }

    /** Axes of equal length that advance together. */
    record Zip(List<Axis> axes) implements Design {
        public Zip {
            axes = List.copyOf(axes);
            for (Axis axis : axes) {
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
            List<List<Object>> columns = axes.stream().map(Axis::values).toList();
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
    }
}
