package stiffsweep.kernel;

/** A jet of some features in tiles, in float32. */
public final class FloatTiles {

    /** Features are handled so many at a time; the rows that fill up the last block belong to the jet. */
    public static final int BLOCK = 4;

    private static final int LINE = 64 / Float.BYTES;
    /** The lines of a cache after which a set of its first level comes again, and the offset that spreads tiles over the sets. */
    private static final int SETS = 16;

    private final TileLayout layout;
    private final int features;
    private final float[] numbers;
    private final int first;
    private final int stride;

    /** A jet of zeros. */
    public FloatTiles(TileLayout layout, int features) {
        this(layout, features, new float[length(layout, features)], 0);
    }

    /**
     * A jet that stands in an array with others.
     *
     * @param first where it starts
     */
    public FloatTiles(TileLayout layout, int features, float[] numbers, int first) {
        this.layout = layout;
        this.features = features;
        this.numbers = numbers;
        this.first = first;
        stride = stride(layout, features);
    }

    /** The numbers that a jet takes. */
    public static int length(TileLayout layout, int features) {
        return Math.multiplyExact(layout.tiles(), stride(layout, features));
    }

    /** The rows of so many features, the last block filled up. */
    public static int rows(int features) {
        return (features + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static int stride(TileLayout layout, int features) {
        int lines = (Math.multiplyExact(rows(features), layout.row()) + LINE - 1) / LINE;
        while (lines % SETS != SETS / 2) {
            lines++;
        }
        return Math.multiplyExact(lines, LINE);
    }

    public TileLayout layout() {
        return layout;
    }

    public int features() {
        return features;
    }

    /** The array that the tiles stand in. */
    public float[] numbers() {
        return numbers;
    }

    /** Where a tile starts. */
    public int at(int tile) {
        return first + tile * stride;
    }

    /** The numbers from the start of a tile to that of the next. */
    public int stride() {
        return stride;
    }

    /**
     * Reads the jet from rows.
     *
     * @param rows {@code [streams points, features]}
     * @param from where they start
     */
    public void read(float[] rows, int from) {
        read(rows, from, features);
    }

    /** Reads the jet from some of the columns of rows, {@code [streams points, columns]}. */
    void read(float[] rows, int from, int columns) {
        eachLine((line, points, row, feature) -> {
            int place = from + row * columns + feature;
            for (int point = 0; point < points; point++) {
                numbers[line + point] = rows[place + point * columns];
            }
        });
    }

    /**
     * Writes the jet as rows.
     *
     * @param rows {@code [streams points, features]}
     * @param to where they start
     */
    public void write(float[] rows, int to) {
        write(rows, to, features);
    }

    /** Writes the jet as some of the columns of rows, {@code [streams points, columns]}. */
    void write(float[] rows, int to, int columns) {
        eachLine((line, points, row, feature) -> {
            int place = to + row * columns + feature;
            for (int point = 0; point < points; point++) {
                rows[place + point * columns] = numbers[line + point];
            }
        });
    }

    /** A stream of a feature at the points of a tile: where it stands, how many points, their first row, the feature. */
    private interface LineAction {
        void on(int line, int points, int row, int feature);
    }

    private void eachLine(LineAction action) {
        int tilePoints = layout.tilePoints();
        int length = layout.row();
        for (int tile = 0; tile < layout.tiles(); tile++) {
            int before = tile * tilePoints;
            int points = Math.min(tilePoints, layout.points() - before);
            for (int feature = 0; feature < features; feature++) {
                for (int stream = 0; stream < layout.streams(); stream++) {
                    int line = at(tile) + feature * length + stream * tilePoints;
                    action.on(line, points, stream * layout.points() + before, feature);
                }
            }
        }
    }

    /** Adds another jet of the same shape. */
    public void add(FloatTiles other) {
        float[] sum = numbers;
        float[] addend = other.numbers;
        int length = length(layout, features);
        for (int i = 0; i < length; i++) {
            sum[first + i] += addend[other.first + i];
        }
    }
}
