package stiffsweep.space;

/** Laws that several axes share. */
final class AxisLaws {

    private AxisLaws() {}

    static void requireCount(int count) {
        require(count >= 2, "count must be 2 or more, but got " + count);
        require(
                count <= ListedAxis.MOST_VALUES,
                "count must be at most " + ListedAxis.MOST_VALUES + ", but got " + count);
    }

    static void requireFinite(double from, double to) {
        require(
                Double.isFinite(from) && Double.isFinite(to),
                "both ends of an axis must be finite, but got " + ends(from, to));
    }

    static void requireInterval(double from, double to) {
        requireFinite(from, to);
        require(from < to, "the first end of an interval must be below the second, but got " + ends(from, to));
    }

    static void require(boolean holds, String law) {
        if (!holds) {
            throw new IllegalArgumentException(law);
        }
    }

    static String ends(double from, double to) {
        return "[" + from + ", " + to + "]";
    }
}
