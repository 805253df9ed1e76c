package stiffsweep.space;

/** Laws that several axes share; what is thrown starts with the axis's path. */
final class AxisLaws {

    private AxisLaws() {}

    static void requireCount(String path, int count) {
        require(count >= 2, path, "count must be 2 or more, but got " + count);
        require(
                count <= ListedAxis.MOST_VALUES,
                path,
                "count must be at most " + ListedAxis.MOST_VALUES + ", but got " + count);
    }

    static void requireFinite(String path, double from, double to) {
        require(
                Double.isFinite(from) && Double.isFinite(to),
                path,
                "both ends of an axis must be finite, but got " + ends(from, to));
    }

    static void requireInterval(String path, double from, double to) {
        requireFinite(path, from, to);
        require(from < to, path, "the first end of an interval must be below the second, but got " + ends(from, to));
    }

    static void require(boolean holds, String path, String law) {
        if (!holds) {
            throw new IllegalArgumentException(path + ": " + law);
        }
    }

    static String ends(double from, double to) {
        return "[" + from + ", " + to + "]";
    }
}
