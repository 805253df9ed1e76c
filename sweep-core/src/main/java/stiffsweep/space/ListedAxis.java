package stiffsweep.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** An axis of finitely many values, in order. */
public sealed interface ListedAxis extends Axis {

    /** The most values of a spaced axis: a slip of the pen must not fill the memory. */
    int MOST_VALUES = 100_000;

    /** The values: each a {@link String}, {@link Boolean} or {@link Number}, or a list of such. */
    List<Object> values();

    /** One of the values, each of which has an equal part of [0, 1). */
    @Override
    default Object at(double coordinate) {
        List<Object> values = values();
        return values.get((int) (coordinate * values.size()));
    }

    @Override
    default double coordinate(Object value) {
        List<Object> values = values();
        return (values.indexOf(value) + 0.5) / values.size();
    }

    @Override
    default boolean contains(Object value) {
        return values().contains(value);
    }

    @Override
    default String text() {
        return values().toString();
    }

    /** Values listed one by one. */
    record Values(String path, List<Object> values) implements ListedAxis {
        public Values {
            values = List.copyOf(values);
            AxisLaws.require(!values.isEmpty(), "an axis must have at least one value, but got none");
        }
    }

    /** {@code count} values at equal distances, end points included exactly. */
    record Linspace(String path, double from, double to, int count) implements ListedAxis {
        public Linspace {
            AxisLaws.requireCount(count);
            AxisLaws.requireFinite(from, to);
        }

        @Override
        public List<Object> values() {
            return spaced(count, from, to, i -> from + (to - from) * i / (count - 1));
        }
    }

    /** {@code count} values at equal ratios, end points included exactly. */
    record Logspace(String path, double from, double to, int count) implements ListedAxis {
        public Logspace {
            AxisLaws.requireCount(count);
            AxisLaws.requireFinite(from, to);
            AxisLaws.require(
                    from > 0 && to > 0, "both ends of a logspace must be positive, but got " + AxisLaws.ends(from, to));
        }

        @Override
        public List<Object> values() {
            // StrictMath has the same bits on every machine, and a trial's id is made of them; powers of ten are exact.
            double first = StrictMath.log10(from);
            double last = StrictMath.log10(to);
            return spaced(count, from, to, i -> StrictMath.pow(10, first + (last - first) * i / (count - 1)));
        }
    }

    /**
     * Values {@code from, from + step, ..} up to {@code to}, which is included where a step lands on it. They are added as the
     * decimal numbers that the ends and the step are written as: three steps of 0.1 from 0 lead to 0.3.
     */
    record Range(String path, double from, double to, double step) implements ListedAxis {
        /** How far, in steps, the last value may miss {@code to} and still be taken for it. */
        private static final double LANDING = 1e-9;

        /** So many digits tell any two doubles apart. */
        private static final int MOST_DIGITS = 17;

        public Range {
            AxisLaws.requireFinite(from, to);
            AxisLaws.require(
                    Double.isFinite(step) && step != 0 && (to - from) / step >= 0,
                    "step of a range must lead from " + from + " to " + to + ", but got " + step);
            AxisLaws.require(
                    (to - from) / step < MOST_VALUES,
                    "a range must have at most " + MOST_VALUES + " values, but got "
                            + String.format(Locale.ROOT, "%.0f", 1 + (to - from) / step) + " by a step of "
                            + step);
        }

        @Override
        public List<Object> values() {
            List<Object> values = new ArrayList<>();
            double steps = (to - from) / step;
            BigDecimal value = decimal(from);
            BigDecimal distance = decimal(step);
            for (int i = 0; i <= steps + LANDING; i++) {
                values.add(Math.abs(i - steps) <= LANDING ? to : value.doubleValue());
                value = value.add(distance);
            }
            return values;
        }

        /** The shortest decimal number that stands for a double; {@code Double.toString} has longer ones before Java 19. */
        private static BigDecimal decimal(double number) {
            BigDecimal exact = new BigDecimal(number);
            for (int digits = 1; digits < MOST_DIGITS; digits++) {
                BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                if (rounded.doubleValue() == number) {
                    return rounded;
                }
            }
            return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
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
}
