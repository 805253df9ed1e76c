package stiffsweep.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The values that one setting takes in a sweep, in order. */
public sealed interface Axis extends Serializable {

    /** The path of the setting that the values are for, such as {@code problem.stiffness}. */
    String path();

    /** The values: each a {@link String}, {@link Boolean} or {@link Number}, or a list of such. */
    List<Object> values();

    /** Values listed one by one. */
    record Values(String path, List<Object> values) implements Axis {
        public Values {
            values = List.copyOf(values);
            require(!values.isEmpty(), path, "an axis must have at least one value, but got none");
        }
    }

    /** {@code count} values at equal distances, end points included exactly. */
    record Linspace(String path, double from, double to, int count) implements Axis {
        public Linspace {
            require(count >= 2, path, "count of a linspace must be 2 or more, but got " + count);
            requireFinite(path, from, to);
        }

        @Override
        public List<Object> values() {
            return spaced(count, from, to, i -> from + (to - from) * i / (count - 1));
        }
    }

    /** {@code count} values at equal ratios, end points included exactly. */
    record Logspace(String path, double from, double to, int count) implements Axis {
        public Logspace {
            require(count >= 2, path, "count of a logspace must be 2 or more, but got " + count);
            requireFinite(path, from, to);
            require(
                    from > 0 && to > 0,
                    path,
                    "both ends of a logspace must be positive, but got [" + from + ", " + to + "]");
        }

        @Override
        public List<Object> values() {
            double ratio = Math.log(to / from);
            return spaced(count, from, to, i -> from * Math.exp(ratio * i / (count - 1)));
        }
    }

    /** Values {@code from, from + step, ..} up to {@code to}, which is included where a step lands on it. */
    record Range(String path, double from, double to, double step) implements Axis {
        /** How far, in steps, the last value may miss {@code to} and still be taken for it. */
        private static final double LANDING = 1e-9;

        public Range {
            requireFinite(path, from, to);
            require(
                    Double.isFinite(step) && step != 0 && (to - from) / step >= 0,
                    path,
                    "step of a range must lead from " + from + " to " + to + ", but got " + step);
        }

        @Override
        public List<Object> values() {
            List<Object> values = new ArrayList<>();
            double steps = (to - from) / step;
            for (int i = 0; i <= steps + LANDING; i++) {
                values.add(Math.abs(i - steps) <= LANDING ? to : from + i * step);
            }
            return values;
        }
    }

    private static List<Object> spaced(int count, double from, double to, IntToDoubleFunction inner) {
        List<Object> values = new ArrayList<>(count);
        values.add(from);
        for (int i = 1; i < count - 1; i++) {
            values.add(inner.applyAsDouble(i));
        }
        values.add(to);
        return values;
    }

    private static void requireFinite(String path, double from, double to) {
        require(
                Double.isFinite(from) && Double.isFinite(to),
                path,
                "both ends of an axis must be finite, but got [" + from + ", " + to + "]");
    }

    private static void require(boolean holds, String path, String law) {
        if (!holds) {
            throw new IllegalArgumentException(path + ": " + law);
        }
    }
}
