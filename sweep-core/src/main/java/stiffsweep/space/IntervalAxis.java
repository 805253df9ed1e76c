package stiffsweep.space;

/** An axis of all values between two ends, from which a design draws; the ends may be drawn too. */
public sealed interface IntervalAxis extends Axis {

    /** Numbers, equally likely in every part of the interval. */
    record Uniform(String path, double from, double to) implements IntervalAxis {
        public Uniform {
            AxisLaws.requireInterval(from, to);
        }

        @Override
        public Object at(double coordinate) {
            return between(from, to, coordinate);
        }

        @Override
        public double coordinate(Object value) {
            return part(from, to, number(value));
        }

        @Override
        public boolean contains(Object value) {
            return isBetween(from, to, value);
        }

        @Override
        public String text() {
            return "{ uniform = " + AxisLaws.ends(from, to) + " }";
        }
    }

    /** Positive numbers whose logarithm is equally likely in every part of the interval. */
    record LogUniform(String path, double from, double to) implements IntervalAxis {
        public LogUniform {
            AxisLaws.requireInterval(from, to);
            AxisLaws.require(
                    from > 0, "both ends of a log-uniform must be positive, but got " + AxisLaws.ends(from, to));
        }

        @Override
        public Object at(double coordinate) {
            // StrictMath has the same bits on every machine, and a trial's id is made of them.
            double value = StrictMath.exp(between(StrictMath.log(from), StrictMath.log(to), coordinate));
            return Math.min(Math.max(value, from), to);
        }

        @Override
        public double coordinate(Object value) {
            return part(StrictMath.log(from), StrictMath.log(to), StrictMath.log(number(value)));
        }

        @Override
        public boolean contains(Object value) {
            return isBetween(from, to, value);
        }

        @Override
        public String text() {
            return "{ log-uniform = " + AxisLaws.ends(from, to) + " }";
        }
    }

    /** Whole numbers, each equally likely. */
    record IntUniform(String path, int from, int to) implements IntervalAxis {
        public IntUniform {
            AxisLaws.requireInterval(from, to);
        }

        @Override
        public Object at(double coordinate) {
            double amount = (double) to - from + 1;
            return from + (long) (coordinate * amount);
        }

        @Override
        public double coordinate(Object value) {
            return part(from - 0.5, to + 0.5, number(value));
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof Long && isBetween(from, to, value);
        }

        @Override
        public String text() {
            return "{ int-uniform = [" + from + ", " + to + "] }";
        }
    }

    private static double between(double from, double to, double coordinate) {
        // Not from + (to - from) * coordinate: an interval may be longer than the largest double.
        return from * (1 - coordinate) + to * coordinate;
    }

    private static double part(double from, double to, double value) {
        double part = (value / 2 - from / 2) / (to / 2 - from / 2);
        return Math.min(Math.max(part, 0), Math.nextDown(1.0));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static boolean isBetween(double from, double to, Object value) {
        return value instanceof Number number && from <= number.doubleValue() && number.doubleValue() <= to;
    }
}
